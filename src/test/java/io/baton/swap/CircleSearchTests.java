package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.kernel.TimeWindow;
import io.baton.rota.Agent;
import io.baton.rota.Assignment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever people wish and the rules refuse: the search finds what looking at every circle there is finds. */
class CircleSearchTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int WANTED = 10;

    private final Set<CircleSearch.Link> asked = new HashSet<>();

    @Property(tries = 400)
    void findsTheBestOfAllThereAre(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int people,
            @ForAll @IntRange(min = 1, max = 14) int wishes,
            @ForAll @IntRange(min = 2, max = 10) int allowedOfTen) {
        asked.clear();
        var random = new Random(seed);
        var asker = offer(random, 0);
        var others = IntStream.range(0, wishes)
                .mapToObj(i -> offer(random, 1 + random.nextInt(people)))
                .toList();

        var found = new CircleSearch(asker, others, links -> judge(links, seed, allowedOfTen)).best(WANTED);

        var all = everyCircle(asker, others, seed, allowedOfTen);
        assertThat(found).hasSize(Math.min(WANTED, all.size()));
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).cost()).isCloseTo(all.get(i).cost(), within(1e-9));
        }
        double last = found.isEmpty() ? 0 : found.getLast().cost() - 1e-9;
        assertThat(offers(found, last)).isEqualTo(offers(all, last));
    }

    @Example
    void goesRoundAmongFive() {
        var circle = IntStream.range(0, 5)
                .mapToObj(i -> offer(i, MONDAY.plusDays(i), MONDAY.plusDays((i + 1) % 5), 0))
                .toList();

        var found = new CircleSearch(circle.getFirst(), circle.subList(1, 5), CircleSearchTests::all).best(WANTED);

        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.offers()).isEqualTo(circle));
        assertThat(found.getFirst().form().isClosed()).isTrue();
    }

    @Example
    void doesNotGoRoundAmongSix() {
        var circle = IntStream.range(0, 6)
                .mapToObj(i -> offer(i, MONDAY.plusDays(i), MONDAY.plusDays((i + 1) % 6), 0))
                .toList();

        assertThat(new CircleSearch(circle.getFirst(), circle.subList(1, 6), CircleSearchTests::all).best(WANTED))
                .isEmpty();
    }

    @Example
    void prefersFewerPeopleAndThenThoseWhoSwappedLeast() {
        var asker = offer(0, MONDAY, MONDAY.plusDays(1), 0);
        var often = offer(1, MONDAY.plusDays(1), MONDAY, 3);
        var never = offer(2, MONDAY.plusDays(1), MONDAY, 0);
        var detour = offer(3, MONDAY.plusDays(1), MONDAY.plusDays(2), 0);
        var back = offer(4, MONDAY.plusDays(2), MONDAY, 0);

        var found = new CircleSearch(asker, List.of(detour, often, back, never), CircleSearchTests::all).best(WANTED);

        assertThat(found)
                .extracting(Circle::offers)
                .containsExactly(List.of(asker, never), List.of(asker, often), List.of(asker, detour, back));
    }

    @Example
    void asksTheRulesOnlyAboutWhatCanBePartOfACircle() {
        var asker = offer(0, MONDAY, MONDAY.plusDays(1), 0);
        var partner = offer(1, MONDAY.plusDays(1), MONDAY, 0);
        var apart = IntStream.range(2, 50)
                .mapToObj(i -> offer(i, MONDAY.plusDays(4), MONDAY.plusDays(4), 0))
                .toList();
        var others = Stream.concat(Stream.of(partner), apart.stream()).toList();

        new CircleSearch(asker, others, links -> judge(links, 0, 10)).best(WANTED);

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        new CircleSearch.Link(asker, partner), new CircleSearch.Link(partner, asker));
    }

    private static BitSet all(List<CircleSearch.Link> links) {
        var all = new BitSet();
        all.set(0, links.size());
        return all;
    }

    /** Rules that refuse some links, always the same ones; they are never asked twice, nor about what nobody wishes. */
    private BitSet judge(List<CircleSearch.Link> links, long seed, int allowedOfTen) {
        var allowed = new BitSet();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            assertThat(asked.add(link)).isTrue();
            assertThat(link.taker().wants(link.giver())).isTrue();
            allowed.set(i, isAllowed(link, seed, allowedOfTen));
        }
        return allowed;
    }

    private static boolean isAllowed(CircleSearch.Link link, long seed, int allowedOfTen) {
        long mixed = seed
                ^ link.taker().gives().id().getMostSignificantBits()
                ^ link.giver().gives().id().getLeastSignificantBits();
        return new Random(mixed).nextInt(10) < allowedOfTen;
    }

    private static List<Circle> everyCircle(SwapOffer asker, List<SwapOffer> others, long seed, int allowedOfTen) {
        List<Circle> found = new ArrayList<>();
        extend(List.of(asker), 0, others, found, seed, allowedOfTen);
        found.sort(Comparator.comparing(Circle::cost));
        return found;
    }

    private static void extend(
            List<SwapOffer> chain,
            double cost,
            List<SwapOffer> others,
            List<Circle> found,
            long seed,
            int allowedOfTen) {
        var home = new CircleSearch.Link(chain.getLast(), chain.getFirst());
        if (chain.size() > 1 && home.taker().wants(home.giver()) && isAllowed(home, seed, allowedOfTen)) {
            found.add(new Circle(chain, cost + home.cost()));
        }
        for (var next : chain.size() < CircleSearch.MOST_PEOPLE ? others : List.<SwapOffer>of()) {
            var link = new CircleSearch.Link(chain.getLast(), next);
            if (chain.stream().noneMatch(one -> one.agent().equals(next.agent()))
                    && link.taker().wants(next)
                    && isAllowed(link, seed, allowedOfTen)) {
                extend(
                        Stream.concat(chain.stream(), Stream.of(next)).toList(),
                        cost + link.cost(),
                        others,
                        found,
                        seed,
                        allowedOfTen);
            }
        }
    }

    /** Those that are better than the last one; of those that are as good, any may be left out. */
    private static Set<List<SwapOffer>> offers(List<Circle> circles, double last) {
        return circles.stream()
                .filter(circle -> circle.cost() < last)
                .map(Circle::offers)
                .collect(Collectors.toSet());
    }

    private static SwapOffer offer(Random random, int person) {
        var from = MONDAY.plusDays(random.nextInt(4));
        Set<UUID> types = random.nextBoolean() ? Set.of() : Set.of(new UUID(0, random.nextInt(2)));
        var takes = new SwapWish.Takes(types, from, from.plusDays(random.nextInt(3)));
        var shift = shift(
                new UUID(random.nextLong(), random.nextLong()),
                person,
                MONDAY.plusDays(random.nextInt(5)),
                new UUID(0, random.nextInt(2)),
                4 + random.nextInt(8));
        return new SwapOffer(agent(person), shift, takes, person % 4);
    }

    private static SwapOffer offer(int person, LocalDate gives, LocalDate takes, int swaps) {
        return new SwapOffer(
                agent(person),
                shift(UUID.randomUUID(), person, gives, new UUID(0, 0), 8),
                new SwapWish.Takes(Set.of(), takes, takes),
                swaps);
    }

    private static Assignment shift(UUID id, int person, LocalDate day, UUID type, int hours) {
        var start = day.atTime(6, 0).toInstant(ZoneOffset.UTC);
        var during = new TimeWindow(start, start.plus(Duration.ofHours(hours)));
        return new Assignment(id, "p" + person, day, during, type, Assignment.Status.ACTIVE, null, null);
    }

    private static Agent agent(int person) {
        return new Agent("p" + person, "客服 " + person, "north", Set.of(), 3, false, 5, false);
    }
}
