package io.baton.handoff;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long a place in the queue takes. The weighted mean of up to ten actual waits, the newest weighing ten and the
 * oldest one; each is first made comparable: what one place cost at one seat. Says nothing when no seat is served.
 *
 * @param samples actual waits, newest first
 * @param perPlace what a place costs at one seat as long as nobody waited lately
 */
record Estimate(List<Sample> samples, Duration perPlace) {

    private static final int MOST = 10;

    /** Somebody waited this long from this place, when so many seats were served. */
    record Sample(Duration waited, int place, int seats) {

        double perPlaceAndSeat() {
            return waited.toMillis() / 1000.0 * Math.max(1, seats) / Math.max(1, place);
        }
    }

    /** Seconds until the turn of a place with so many seats served; empty without seats. */
    OptionalLong seconds(int place, int seats) {
        if (seats <= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round(cost() * place / seats));
    }

    private double cost() {
        if (samples.isEmpty()) {
            return perPlace.toSeconds();
        }
        double sum = 0;
        int weights = 0;
        for (int i = 0; i < Math.min(MOST, samples.size()); i++) {
            sum += (MOST - i) * samples.get(i).perPlaceAndSeat();
            weights += MOST - i;
        }
        return sum / weights;
    }
}
