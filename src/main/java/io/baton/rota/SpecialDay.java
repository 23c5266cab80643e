package io.baton.rota;

import java.time.LocalDate;
import java.util.Locale;

/** A day that departs from the week, or has a name. */
public record SpecialDay(LocalDate date, DayKind kind, String zh, String en) {

    public String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
