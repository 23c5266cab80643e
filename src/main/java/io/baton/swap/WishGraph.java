package io.baton.swap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who would take whose shift, by wishes alone. Offers are known by their places in the list; the first one is the asker's.
 * Shifts of the same day and type are wanted or not wanted together, so wishes are held against these slots and not against
 * each other.
 */
final class WishGraph {

    static final int ASKER = 0;

    /** Farther than any circle reaches. */
    static final int FAR = Integer.MAX_VALUE / 2;

    /** So many steps around the asker are taken by what is possible, those beyond by slots. */
    private static final int EXACT = 2;

    private record Slot(LocalDate day, @Nullable UUID shiftTypeId) {

        static Slot of(SwapOffer offer) {
            return new Slot(offer.gives().day(), offer.gives().shiftTypeId());
        }
    }

    private final List<SwapOffer> offers;
    private final Map<Slot, List<Integer>> givers = new LinkedHashMap<>();
    private final List<List<Slot>> wanted;
    private final Map<Slot, List<Integer>> takers = new HashMap<>();

    WishGraph(List<SwapOffer> offers) {
        this.offers = List.copyOf(offers);
        for (int i = 0; i < offers.size(); i++) {
            givers.computeIfAbsent(Slot.of(offers.get(i)), slot -> new ArrayList<>())
                    .add(i);
        }
        this.wanted = offers.stream().map(this::wanted).toList();
        for (int i = 0; i < offers.size(); i++) {
            for (var slot : wanted.get(i)) {
                takers.computeIfAbsent(slot, key -> new ArrayList<>()).add(i);
            }
        }
    }

    private List<Slot> wanted(SwapOffer offer) {
        return givers.entrySet().stream()
                .filter(slot -> offer.takes()
                        .include(offers.get(slot.getValue().getFirst()).gives()))
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return offers.size();
    }

    SwapOffer offer(int place) {
        return offers.get(place);
    }

    /** Whose shifts this one would take. */
    Stream<Integer> givers(int taker) {
        return wanted.get(taker).stream()
                .flatMap(slot -> givers(slot).stream())
                .filter(giver -> areDistinct(taker, giver));
    }

    /** Who would take this one's shift. */
    private Stream<Integer> takers(int giver) {
        return takers.getOrDefault(Slot.of(offers.get(giver)), List.of()).stream()
                .filter(taker -> areDistinct(taker, giver));
    }

    private boolean areDistinct(int one, int other) {
        return !offers.get(one).agent().id().equals(offers.get(other).agent().id());
    }

    /** Whether somebody could still take somebody's shift, the taker first. */
    interface Possible {
        boolean test(int taker, int giver);
    }

    /** In how many steps each one is reached at the earliest, from shift to shift that is wanted; never overstated. */
    int[] stepsFromAsker(Possible possible, int most) {
        return steps(
                taker -> givers(taker).filter(giver -> possible.test(taker, giver)),
                level -> level.stream()
                        .flatMap(taker -> wanted.get(taker).stream())
                        .distinct()
                        .flatMap(slot -> givers(slot).stream()),
                most);
    }

    /** In how many steps the asker is reached from each one at the earliest; never overstated. */
    int[] stepsToAsker(Possible possible, int most) {
        return steps(
                giver -> takers(giver).filter(taker -> possible.test(taker, giver)),
                level -> level.stream()
                        .map(giver -> Slot.of(offers.get(giver)))
                        .distinct()
                        .flatMap(slot -> takers.getOrDefault(slot, List.of()).stream()),
                most);
    }

    /**
     * @param exact who is next to one
     * @param near who may be next to one of several; quicker to tell
     */
    private int[] steps(
            Function<Integer, Stream<Integer>> exact, Function<List<Integer>, Stream<Integer>> near, int most) {
        var steps = new int[size()];
        Arrays.fill(steps, FAR);
        steps[ASKER] = 0;
        var level = List.of(ASKER);
        for (int step = 1; step <= most && !level.isEmpty(); step++) {
            var next = step <= EXACT ? level.stream().flatMap(exact) : near.apply(level);
            level = next.distinct().filter(place -> steps[place] == FAR).toList();
            for (int place : level) {
                steps[place] = step;
            }
        }
        return steps;
    }

    private List<Integer> givers(Slot slot) {
        return Objects.requireNonNull(givers.get(slot));
    }
}
