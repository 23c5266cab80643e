package io.baton.swap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

    private record Slot(LocalDate day, @Nullable UUID shiftTypeId) {

        static Slot of(SwapOffer offer) {
            return new Slot(offer.gives().day(), offer.gives().shiftTypeId());
        }
    }

    private final List<SwapOffer> offers;
    private final Map<Slot, List<Integer>> givers = new LinkedHashMap<>();
    private final List<List<Slot>> wanted;

    WishGraph(List<SwapOffer> offers) {
        this.offers = List.copyOf(offers);
        for (int i = 0; i < offers.size(); i++) {
            givers.computeIfAbsent(Slot.of(offers.get(i)), slot -> new ArrayList<>())
                    .add(i);
        }
        this.wanted = offers.stream().map(this::wanted).toList();
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

    /** Whose shifts this one would take, in the order of the list where the slot is the same. */
    Stream<Integer> targets(int taker) {
        return wanted.get(taker).stream()
                .flatMap(slot -> givers(slot).stream())
                .filter(giver -> offers.get(taker).wants(offers.get(giver)));
    }

    /** Who would take the asker's shift. */
    IntStream takersOfAsker() {
        return IntStream.range(1, offers.size()).filter(i -> offers.get(i).wants(offers.get(ASKER)));
    }

    /**
     * In how many steps each one is reached at the earliest, from shift to shift that is wanted, when the asker takes only
     * from these; never overstated.
     */
    int[] stepsFromAsker(IntPredicate first, int most) {
        var steps = new int[size()];
        Arrays.fill(steps, FAR);
        steps[ASKER] = 0;
        var level = targets(ASKER).filter(first::test).toList();
        Set<Slot> seen = new HashSet<>();
        for (int step = 1; step <= most && !level.isEmpty(); step++) {
            for (int place : level) {
                steps[place] = step;
            }
            level = level.stream()
                    .flatMap(place -> wanted.get(place).stream())
                    .filter(seen::add)
                    .flatMap(slot -> givers(slot).stream())
                    .filter(place -> steps[place] == FAR)
                    .toList();
        }
        return steps;
    }

    /** In how many steps the asker is reached from each one at the earliest, when only these take the asker's shift. */
    int[] stepsToAsker(IntPredicate last, int most) {
        var steps = new int[size()];
        Arrays.fill(steps, FAR);
        steps[ASKER] = 0;
        var level = takersOfAsker().filter(last).boxed().toList();
        for (int step = 1; step <= most && !level.isEmpty(); step++) {
            Set<Slot> reached = new HashSet<>();
            for (int place : level) {
                steps[place] = step;
                reached.add(Slot.of(offers.get(place)));
            }
            level = IntStream.range(1, size())
                    .filter(place -> steps[place] == FAR)
                    .filter(place -> wanted.get(place).stream().anyMatch(reached::contains))
                    .boxed()
                    .toList();
        }
        return steps;
    }

    private List<Integer> givers(Slot slot) {
        return Objects.requireNonNull(givers.get(slot));
    }
}
