package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTests {

    private final Seen seen = new Seen();

    @Test
    void goesOnWithoutAGap() {
        add(1, 2, 3, 2);

        assertThat(seen.contiguous()).isEqualTo(3);
        assertThat(seen.hasGap()).isFalse();
    }

    @Test
    void remembersWhatCameBeyondAGapUntilTheGapIsFilled() {
        add(1, 4, 3, 6);
        assertThat(seen.contiguous()).isEqualTo(1);
        assertThat(seen.highest()).isEqualTo(6);

        add(2);
        assertThat(seen.contiguous()).isEqualTo(4);
        assertThat(seen.hasGap()).isTrue();

        add(5);
        assertThat(seen.contiguous()).isEqualTo(6);
        assertThat(seen.hasGap()).isFalse();
    }

    @Test
    void losesItsPatienceOnceAtATime() {
        seen.add(2, 100);

        assertThat(seen.lacks(150, 50)).isFalse();
        assertThat(seen.lacks(151, 50)).isTrue();
        assertThat(seen.lacks(152, 50)).isFalse();
        assertThat(seen.lacks(202, 50)).isTrue();
    }

    private void add(long... seqs) {
        for (var seq : seqs) {
            seen.add(seq, 0);
        }
    }
}
