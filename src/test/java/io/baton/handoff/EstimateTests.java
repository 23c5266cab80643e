package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

    private static Estimate.Sample sample(int seconds, int place, int seats) {
        return new Estimate.Sample(Duration.ofSeconds(seconds), place, seats);
    }
}
