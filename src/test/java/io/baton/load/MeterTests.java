package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeterTests {

    @Test
    void countsWhatWasMeantForTheWindowHoweverLateItComes() {
        try (var meter = new Meter()) {
            var before = System.nanoTime() - 1;
            var window = meter.open();
            var within = System.nanoTime();
            meter.close(window);
            var after = System.nanoTime() + 1;

            meter.delivered(before, after);
            meter.delivered(within, within + TimeUnit.MILLISECONDS.toNanos(1_500));
            meter.delivered(after, after + 1);
            meter.acknowledged(within, within + TimeUnit.MILLISECONDS.toNanos(3));

            assertThat(window.delivered().count()).isEqualTo(1);
            assertThat(window.delivered().max()).isBetween(1_499.0, 1_502.0);
            assertThat(window.acknowledged().p99()).isBetween(2.99, 3.01);
        }
    }

    @Test
    void keepsMarksInOrder() {
        try (var meter = new Meter()) {
            meter.mark("one");
            meter.mark("two");

            assertThat(meter.marks()).extracting(Meter.Mark::what).containsExactly("one", "two");
        }
    }
}
