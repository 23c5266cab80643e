package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreeSeatsTests {

    private final Candidate one = Samples.agent("kf001", 2, 3);
    private final Candidate two = Samples.agent("kf002", 1, 3);
    private final FreeSeats seats = new FreeSeats(List.of(one, two));

    @Test
    void putsASeatAsideOfWhoHasMostLeft() {
        seats.putAside(List.of(one, two));
        seats.putAside(List.of(two));
        assertThat(seats.agents()).containsExactly(one);
        seats.putAside(List.of(one));
        assertThat(seats.isEmpty()).isTrue();
    }

    @Test
    void keepsEverythingWhenNobodyMayServe() {
        seats.putAside(List.of());
        assertThat(seats.agents()).containsExactly(one, two);
    }
}
