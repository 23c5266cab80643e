package io.baton.swap;

import io.baton.rota.Agent;
import io.baton.rota.Handover;
import io.baton.rota.HandoverFacts;
import io.baton.rota.Outlooks;
import io.baton.rules.RuleBooks;
import io.baton.rules.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives points to circles by {@code rules/swap-suggestions.drl}. Equal ones stay in the order in which they were found. */
@Component
class SuggestionRanking {

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::points)
            .reversed()
            .thenComparing(ranked -> ranked.circle().offers().size());

    private final RuleBooks books;

    SuggestionRanking(RuleBooks books) {
        this.books = books;
    }

    /** A circle and its points. */
    record Ranked(Circle circle, List<SwapSuggestion.Part> parts) {

        BigDecimal points() {
            return parts.stream().map(SwapSuggestion.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        SwapSuggestion suggestion(SwapVerdict whole) {
            return new SwapSuggestion(circle.form(), whole, points(), parts);
        }
    }

    /** Best first. */
    List<Ranked> rank(List<Circle> circles, Outlooks outlooks) {
        var seen = outlooks.of(handovers(circles), people(circles)).iterator();
        var facts = IntStream.range(0, circles.size())
                .mapToObj(i -> fact(String.valueOf(i), circles.get(i), next(seen, circles.get(i))))
                .toList();
        var scores = books.open("swap-suggestions").fire(facts).scores().stream()
                .collect(Collectors.groupingBy(Score::candidate));
        return IntStream.range(0, circles.size())
                .mapToObj(i -> new Ranked(circles.get(i), parts(scores.getOrDefault(String.valueOf(i), List.of()))))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Each one is looked at alone, so those of all circles are looked at together. */
    private static List<Handover> handovers(List<Circle> circles) {
        return circles.stream().flatMap(SuggestionRanking::handovers).toList();
    }

    private static Stream<Handover> handovers(Circle circle) {
        var offers = circle.offers();
        return IntStream.range(0, offers.size())
                .mapToObj(i -> new Handover(
                        i + 1,
                        offers.get(i).agent().id(),
                        offers.get(i).gives(),
                        offers.get((i + 1) % offers.size()).gives()));
    }

    private static Map<String, Agent> people(List<Circle> circles) {
        return circles.stream()
                .flatMap(circle -> circle.offers().stream())
                .map(SwapOffer::agent)
                .collect(Collectors.toMap(Agent::id, Function.identity(), (first, second) -> first));
    }

    private static List<HandoverFacts.Outlook> next(Iterator<HandoverFacts.Outlook> seen, Circle circle) {
        return circle.offers().stream().map(offer -> seen.next()).toList();
    }

    private static List<SwapSuggestion.Part> parts(List<Score> scores) {
        return scores.stream()
                .map(score -> new SwapSuggestion.Part(
                        score.part(), score.rule(), score.points().setScale(1, RoundingMode.HALF_UP)))
                .toList();
    }

    static SwapSuggestionFacts.Found fact(String id, Circle circle, List<HandoverFacts.Outlook> outlooks) {
        double rested = circle.offers().stream()
                .skip(1)
                .mapToDouble(offer -> 1.0 / (1 + offer.swaps()))
                .average()
                .orElse(0);
        return new SwapSuggestionFacts.Found(
                id,
                circle.offers().size(),
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
