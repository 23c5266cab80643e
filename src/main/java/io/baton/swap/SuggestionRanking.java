package io.baton.swap;

import io.baton.rota.HandoverFacts;
import io.baton.rules.RuleBooks;
import io.baton.rules.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Gives points to circles by {@code rules/swap-suggestions.drl}. Equal ones stay in the order in which they were found. */
@Component
class SuggestionRanking {

    private static final Comparator<SwapSuggestion> BEST_FIRST =
            Comparator.comparing(SwapSuggestion::points).reversed().thenComparing(SwapSuggestion::people);

    private final RuleBooks books;

    SuggestionRanking(RuleBooks books) {
        this.books = books;
    }

    /** A circle and what the rules say to the whole of it. */
    record Judged(Circle circle, SwapVerdict verdict) {}

    List<SwapSuggestion> rank(List<Judged> judged) {
        var facts = IntStream.range(0, judged.size())
                .mapToObj(i -> fact(String.valueOf(i), judged.get(i)))
                .toList();
        var scores = books.open("swap-suggestions").fire(facts).scores().stream()
                .collect(Collectors.groupingBy(Score::candidate));
        return IntStream.range(0, judged.size())
                .mapToObj(i -> suggestion(judged.get(i), scores.getOrDefault(String.valueOf(i), List.of())))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static SwapSuggestion suggestion(Judged judged, List<Score> scores) {
        var parts = scores.stream()
                .map(score -> new SwapSuggestion.Part(
                        score.part(), score.rule(), score.points().setScale(1, RoundingMode.HALF_UP)))
                .toList();
        var points = parts.stream().map(SwapSuggestion.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SwapSuggestion(judged.circle().form(), judged.verdict(), points, parts);
    }

    static SwapSuggestionFacts.Found fact(String id, Judged judged) {
        var offers = judged.circle().offers();
        double rested = offers.stream()
                .skip(1)
                .mapToDouble(offer -> 1.0 / (1 + offer.swaps()))
                .average()
                .orElse(0);
        var outlooks = judged.verdict().outlooks();
        return new SwapSuggestionFacts.Found(
                id,
                offers.size(),
                rested,
                sum(outlooks, SuggestionRanking::nearer),
                sum(outlooks, SuggestionRanking::change));
    }

    private static long sum(List<HandoverFacts.Outlook> outlooks, ToLongFunction<HandoverFacts.Outlook> figure) {
        return outlooks.stream().mapToLong(figure).sum();
    }

    private static long nearer(HandoverFacts.Outlook outlook) {
        long contract = outlook.after().contract();
        return outlook.weeks().stream()
                .mapToLong(week -> Math.abs(week.before() - contract) - Math.abs(week.after() - contract))
                .sum();
    }

    private static long change(HandoverFacts.Outlook outlook) {
        return outlook.weeks().stream()
                .mapToLong(week -> Math.abs(week.after() - week.before()))
                .sum();
    }
}
