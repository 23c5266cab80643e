package io.baton.rota;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a shift type is from a rota day on, until a version with a later day.
 *
 * @param number counts the changes of the type; of two versions with the same day the higher number is in force
 * @param author the person id of whoever wrote it
 */
public record ShiftTypeVersion(int number, LocalDate validFrom, ShiftType type, String author, Instant writtenAt) {}
