package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Role;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shift types, for administrators; the plan carries those that everybody else needs to read it. */
@RestController
@RequestMapping("/api/v1/shift-types")
class ShiftTypeController {

    private final ShiftTypes types;
    private final CurrentActor current;

    ShiftTypeController(ShiftTypes types, CurrentActor current) {
        this.types = types;
        this.current = current;
    }

    record Pause(String start, String end) {}

    record View(UUID id, String code, String name, String color, String start, String end, List<Pause> breaks) {

        static View of(ShiftType type, Locale locale) {
            var breaks = type.breaks().stream()
                    .map(pause -> new Pause(text(pause.start()), text(pause.end())))
                    .toList();
            return new View(
                    type.id(),
                    type.code(),
                    type.name(locale),
                    type.color(),
                    text(type.start()),
                    text(type.end()),
                    breaks);
        }

        private static String text(LocalTime time) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
        }
    }

    @GetMapping
    Page<View> list(Locale locale) {
        current.get().require(Role.ADMIN);
        return Page.last(types.all().stream().map(type -> View.of(type, locale)).toList());
    }
}
