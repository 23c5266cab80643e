package io.baton.swap.web;

import io.baton.kernel.Page;
import io.baton.rota.Exchange;
import io.baton.rota.ShiftTypes;
import io.baton.swap.SwapWish;
import io.baton.swap.SwapWishForm;
import io.baton.swap.SwapWishes;
import io.baton.swap.Swaps;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Standing wishes over HTTP. */
@RestController
@RequestMapping("/api/v1/swaps/wishes")
class SwapWishController {

    private final SwapWishes wishes;
    private final Exchange exchange;
    private final ShiftTypes types;

    SwapWishController(SwapWishes wishes, Exchange exchange, ShiftTypes types) {
        this.wishes = wishes;
        this.exchange = exchange;
        this.types = types;
    }

    record Wish(
            @NotNull UUID gives,
            @Nullable @Size(max = SwapWish.MOST_TYPES) List<@NotNull UUID> shiftTypeIds,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 500) String comment) {

        SwapWishForm form() {
            Set<UUID> named = shiftTypeIds == null ? Set.of() : Set.copyOf(shiftTypeIds);
            return new SwapWishForm(gives, new SwapWish.Takes(named, from, to), comment);
        }
    }

    @GetMapping
    Page<SwapWishView> list(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        var page = wishes.list(department, new Swaps.Window(limit, cursor));
        return new Page<>(views(page.items(), locale), page.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SwapWishView add(@Valid @RequestBody Wish wish, Locale locale) {
        return views(List.of(wishes.add(wish.form())), locale).getFirst();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        wishes.delete(id);
    }

    private List<SwapWishView> views(List<SwapWish> rows, Locale locale) {
        var shifts = exchange.shifts(rows.stream().map(SwapWish::gives).toList());
        return rows.stream()
                .map(wish -> SwapWishView.of(wish, Objects.requireNonNull(shifts.get(wish.gives())), types, locale))
                .toList();
    }
}
