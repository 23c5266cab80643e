package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.handoff.Estimate.Sample;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EstimateTests {

    private static final Duration PER_PLACE = Duration.ofMinutes(3);

    @Test
    void saysNothingWithoutSeats() {
        assertThat(new Estimate(List.of(), PER_PLACE).seconds(1, 0)).isEmpty();
    }

    @Test
    void usesTheExpectationAsLongAsNobodyWaited() {
        assertThat(new Estimate(List.of(), PER_PLACE).seconds(1, 1)).hasValue(180);
    }

    @Test
    void growsWithThePlaceAndFallsWithTheSeats() {
        var estimate = new Estimate(List.of(sample(60, 1, 1)), PER_PLACE);
        assertThat(estimate.seconds(1, 1)).hasValue(60);
        assertThat(estimate.seconds(4, 1)).hasValue(240);
        assertThat(estimate.seconds(4, 8)).hasValue(30);
    }

    @Test
    void makesWaitsFromOtherPlacesAndSeatsComparable() {
        var estimate = new Estimate(List.of(sample(60, 4, 8)), PER_PLACE);
        assertThat(estimate.seconds(4, 8)).hasValue(60);
        assertThat(estimate.seconds(1, 1)).hasValue(120);
    }

    @Test
    void weighsTheNewestTenAndTheOldestOne() {
        var two = new Estimate(List.of(sample(100, 1, 1), sample(0, 1, 1)), PER_PLACE);
        assertThat(two.seconds(1, 1)).hasValue(Math.round(100 * 10 / 19.0));
        var ten = new Estimate(
                java.util.stream.Stream.concat(
                                Collections.nCopies(9, sample(0, 1, 1)).stream(),
                                java.util.stream.Stream.of(sample(110, 1, 1)))
                        .toList(),
                PER_PLACE);
        assertThat(ten.seconds(1, 1)).hasValue(2);
    }

    @Test
    void looksAtTenWaitsAndNoMore() {
        var samples = new java.util.ArrayList<>(Collections.nCopies(10, sample(30, 1, 1)));
        samples.add(sample(9000, 1, 1));
        assertThat(new Estimate(samples, PER_PLACE).seconds(1, 1)).hasValue(30);
    }

    @Property
    void fallsWithThePlace(
            @ForAll @Size(max = 20) List<@From("waits") Sample> samples,
            @ForAll @IntRange(min = 2, max = 500) int place,
            @ForAll @IntRange(min = 1, max = 300) int seats) {
        var estimate = new Estimate(samples, PER_PLACE);
        long here = estimate.seconds(place, seats).orElseThrow();
        long ahead = estimate.seconds(place - 1, seats).orElseThrow();
        assertThat(ahead).isLessThanOrEqualTo(here);
        assertThat(here - ahead).isCloseTo(estimate.seconds(1, seats).orElseThrow(), within(1L));
    }

    @Property
    void fallsWithMoreSeatsAndRisesWithFewer(
            @ForAll @Size(max = 20) List<@From("waits") Sample> samples,
            @ForAll @IntRange(min = 1, max = 500) int place,
            @ForAll @IntRange(min = 1, max = 300) int seats) {
        var estimate = new Estimate(samples, PER_PLACE);
        long now = estimate.seconds(place, seats).orElseThrow();
        assertThat(estimate.seconds(place, seats + 1).orElseThrow()).isLessThanOrEqualTo(now);
        assertThat(estimate.seconds(place, 2 * seats).orElseThrow()).isCloseTo(now / 2, within(1L));
    }

    @Property
    void tellsWhatItMeasuredToWhoStandsWhereThatBegan(
            @ForAll @IntRange(min = 1, max = 3600) int waited,
            @ForAll @IntRange(min = 1, max = 200) int place,
            @ForAll @IntRange(min = 1, max = 100) int seats,
            @ForAll @IntRange(min = 1, max = 15) int times) {
        var same = Collections.nCopies(times, sample(waited, place, seats));
        assertThat(new Estimate(same, PER_PLACE).seconds(place, seats)).hasValue(waited);
    }

    @Property
    void liesBetweenTheShortestAndTheLongestOfWhatItMeasured(
            @ForAll @Size(min = 1, max = 10) List<@From("waits") Sample> samples) {
        long told = new Estimate(samples, PER_PLACE).seconds(1, 1).orElseThrow();
        var costs = samples.stream().mapToDouble(Sample::perPlaceAndSeat).summaryStatistics();
        assertThat((double) told).isBetween(costs.getMin() - 0.5, costs.getMax() + 0.5);
    }

    @Provide
    Arbitrary<Sample> waits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3600),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(1, 100))
                .as(EstimateTests::sample);
    }

    private static Sample sample(int seconds, int place, int seats) {
        return new Sample(Duration.ofSeconds(seconds), place, seats);
    }
}
