package io.baton.swap.web;

import io.baton.rota.Assignment;
import io.baton.rota.ShiftTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shift as JSON; its type is absent when it has none, or when nobody knows it any more. */
record ShiftView(
        UUID assignmentId, LocalDate date, @Nullable Type shiftType, Instant start, Instant end) {

    record Type(UUID id, String name, String color) {}

    static ShiftView of(Assignment row, ShiftTypes types, Locale locale) {
        var id = row.shiftTypeId();
        return new ShiftView(
                row.id(),
                row.day(),
                id == null ? null : type(id, row.day(), types, locale),
                row.during().start(),
                row.during().end());
    }

    static Type type(UUID id, LocalDate day, ShiftTypes types, Locale locale) {
        var type = types.history(id).at(day);
        return new Type(id, type.name(locale), type.color());
    }
}
