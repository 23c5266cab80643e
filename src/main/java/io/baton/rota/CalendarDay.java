package io.baton.rota;

import java.time.LocalDate;

/**
 * A day of the tenant's calendar.
 *
 * @param name in the tenant's words, empty for plain days
 * @param announced false when nobody knows the holidays of its year yet
 */
public record CalendarDay(LocalDate date, DayKind kind, String name, boolean announced) {}
