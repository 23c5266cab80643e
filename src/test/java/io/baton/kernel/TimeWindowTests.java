package io.baton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeWindowTests {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void refusesEmptyAndInvertedSpans() {
        assertThatIllegalArgumentException().isThrownBy(() -> window(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> window(3, 2));
    }

    @Test
    void includesItsStartAndExcludesItsEnd() {
        assertThat(window(0, 2).contains(NINE)).isTrue();
        assertThat(window(0, 2).contains(NINE.plus(Duration.ofHours(2)))).isFalse();
    }

    @Test
    void touchingWindowsDoNotOverlap() {
        assertThat(window(0, 2).overlaps(window(2, 4))).isFalse();
        assertThat(window(0, 3).overlaps(window(2, 4))).isTrue();
    }

    @Test
    void intersectsToTheSharedSpan() {
        assertThat(window(0, 3).intersect(window(2, 4))).contains(window(2, 3));
        assertThat(window(0, 2).intersect(window(2, 4))).isEmpty();
    }

    @Test
    void cutsOutAnotherWindow() {
        assertThat(window(0, 8).minus(window(2, 4))).containsExactly(window(0, 2), window(4, 8));
        assertThat(window(0, 8).minus(window(0, 4))).containsExactly(window(4, 8));
        assertThat(window(0, 8).minus(window(0, 8))).isEmpty();
        assertThat(window(0, 2).minus(window(4, 8))).containsExactly(window(0, 2));
    }

    @Test
    void sortsByStartAndThenByEnd() {
        assertThat(window(0, 2)).isLessThan(window(1, 2)).isLessThan(window(0, 3));
        assertThat(window(0, 4).duration()).isEqualTo(Duration.ofHours(4));
    }

    private static TimeWindow window(int from, int to) {
        return new TimeWindow(NINE.plus(Duration.ofHours(from)), NINE.plus(Duration.ofHours(to)));
    }
}
