package io.baton.swap.web;

import io.baton.kernel.Page;
import io.baton.rota.Exchange;
import io.baton.rota.ShiftTypes;
import io.baton.swap.Swap;
import io.baton.swap.SwapItem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Shows swaps with the shifts they speak of, which are read at once. */
@Component
class SwapViews {

    private final Exchange exchange;
    private final ShiftTypes types;

    SwapViews(Exchange exchange, ShiftTypes types) {
        this.exchange = exchange;
        this.types = types;
    }

    SwapView of(Swap swap, Locale locale) {
        return of(List.of(swap), locale).getFirst();
    }

    Page<SwapView> of(Page<Swap> page, Locale locale) {
        return new Page<>(of(page.items(), locale), page.next());
    }

    List<SwapView> of(List<Swap> swaps, Locale locale) {
        var shifts = shifts(
                swaps.stream()
                        .flatMap(swap -> swap.items().stream())
                        .map(SwapItem::gives)
                        .distinct()
                        .toList(),
                locale);
        return swaps.stream().map(swap -> SwapView.of(swap, shifts, locale)).toList();
    }

    /** These shifts by their ids. */
    Function<UUID, ShiftView> shifts(Collection<UUID> ids, Locale locale) {
        var rows = exchange.shifts(ids);
        return id -> ShiftView.of(Objects.requireNonNull(rows.get(id)), types, locale);
    }
}
