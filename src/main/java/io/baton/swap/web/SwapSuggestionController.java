package io.baton.swap.web;

import io.baton.swap.SwapForm;
import io.baton.swap.SwapItem;
import io.baton.swap.SwapSuggestion;
import io.baton.swap.SwapSuggestions;
import io.baton.swap.SwapVerdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Swaps that Baton finds by itself. */
@RestController
class SwapSuggestionController {

    private final SwapSuggestions suggestions;
    private final SwapViews views;

    SwapSuggestionController(SwapSuggestions suggestions, SwapViews views) {
        this.suggestions = suggestions;
        this.views = views;
    }

    record PartView(String name, String rule, BigDecimal points) {}

    /** Its items are what {@code POST /api/v1/swaps} takes. */
    record SuggestionView(
            List<SwapView.Item> items,
            int people,
            BigDecimal points,
            List<PartView> parts,
            List<FindingView> findings) {

        static SuggestionView of(SwapSuggestion suggestion, Function<UUID, ShiftView> shifts, Locale locale) {
            return new SuggestionView(
                    SuggestionView.items(suggestion.form(), suggestion.verdict(), shifts),
                    suggestion.people(),
                    suggestion.points(),
                    suggestion.parts().stream()
                            .map(part -> new PartView(part.name(), part.rule(), part.points()))
                            .toList(),
                    FindingView.of(suggestion.warnings(), locale));
        }

        private static List<SwapView.Item> items(SwapForm form, SwapVerdict said, Function<UUID, ShiftView> shifts) {
            var parts = form.parts();
            return IntStream.range(0, parts.size())
                    .mapToObj(i -> {
                        var part = parts.get(i);
                        var agent = said.person(part.agentId());
                        return new SwapView.Item(
                                i + 1,
                                new SwapView.Person(agent.id(), agent.name()),
                                agent.department(),
                                shifts.apply(part.gives()),
                                shifts.apply(Objects.requireNonNull(part.takes())),
                                SwapItem.Confirmation.OPEN,
                                null,
                                null);
                    })
                    .toList();
        }
    }

    /** @param searched how many wishes of others were looked at */
    record SuggestionsView(List<SuggestionView> items, int searched) {}

    @GetMapping("/api/v1/swaps/suggestions")
    SuggestionsView list(
            @RequestParam UUID gives,
            @RequestParam(required = false) @Nullable Set<UUID> shiftTypeId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Locale locale) {
        Set<UUID> types = shiftTypeId == null ? Set.of() : shiftTypeId;
        var found = suggestions.of(new SwapSuggestions.Search(gives, types, from, to));
        var shifts = views.shifts(
                found.suggestions().stream()
                        .flatMap(suggestion -> suggestion.form().parts().stream())
                        .map(SwapForm.Part::gives)
                        .distinct()
                        .toList(),
                locale);
        return new SuggestionsView(
                found.suggestions().stream()
                        .map(suggestion -> SuggestionView.of(suggestion, shifts, locale))
                        .toList(),
                found.searched());
    }
}
