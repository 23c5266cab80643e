package io.baton.rota.web;

import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypeHistory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A shift type as the plan shows it.
 *
 * @param retired no longer offered; what is planned stays
 */
record ShiftTypeView(
        UUID id,
        String code,
        String name,
        String color,
        String start,
        String end,
        List<Pause> breaks,
        List<String> skills,
        boolean retired) {

    record Pause(String start, String end) {

        static List<Pause> of(ShiftType type) {
            return type.breaks().stream()
                    .map(pause -> new Pause(text(pause.start()), text(pause.end())))
                    .toList();
        }
    }

    static ShiftTypeView of(ShiftTypeHistory history, LocalDate day, Locale locale) {
        var type = history.at(day);
        return new ShiftTypeView(
                type.id(),
                type.code(),
                type.name(locale),
                type.color(),
                text(type.start()),
                text(type.end()),
                Pause.of(type),
                type.skills().stream().sorted().toList(),
                history.isRetired());
    }

    static String text(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }
}
