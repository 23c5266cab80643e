package io.baton.swap.web;

import io.baton.rota.Assignment;
import io.baton.rota.ShiftTypes;
import io.baton.swap.SwapWish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A standing wish as JSON; no shift types mean any. */
record SwapWishView(
        UUID id,
        SwapView.Person agent,
        String department,
        ShiftView gives,
        List<ShiftView.Type> shiftTypes,
        LocalDate from,
        LocalDate to,
        @Nullable String comment,
        Instant createdAt) {

    static SwapWishView of(SwapWish wish, Assignment gives, ShiftTypes types, Locale locale) {
        var takes = wish.takes();
        return new SwapWishView(
                wish.id(),
                new SwapView.Person(wish.agentId(), wish.agentName()),
                wish.department(),
                ShiftView.of(gives, types, locale),
                takes.shiftTypeIds().stream()
                        .sorted()
                        .map(id -> ShiftView.type(id, takes.from(), types, locale))
                        .toList(),
                takes.from(),
                takes.to(),
                wish.comment(),
                wish.createdAt());
    }
}
