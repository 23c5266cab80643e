package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTests {

    private final Lane lane = new Lane(4);

    @Test
    void passesTheNextMessage() {
        assertThat(accept(5)).containsExactly("5");
        assertThat(accept(6)).containsExactly("6");
    }

    @Test
    void dropsWhatWasGivenAlready() {
        assertThat(accept(4)).isEmpty();
        assertThat(accept(5)).containsExactly("5");
        assertThat(accept(5)).isEmpty();
    }

    @Test
    void holdsWhatComesTooEarly() {
        assertThat(accept(7)).isEmpty();
        assertThat(accept(6)).isEmpty();
        assertThat(accept(5)).containsExactly("5", "6", "7");
    }

    @Test
    void keepsTheFirstOfTwoThatAreTheSame() {
        assertThat(accept(6)).isEmpty();
        assertThat(lane.accept(6, "again")).isEmpty();
        assertThat(accept(5)).containsExactly("5", "6");
    }

    @Test
    void skipsTheTimeInWhichThePartyTookNoPart() {
        accept(5);
        lane.since(20);
        assertThat(accept(12)).isEmpty();
        assertThat(accept(21)).containsExactly("21");
    }

    @Test
    void givesUpAMessageThatNeverCame() {
        assertThat(accept(6)).isEmpty();
        assertThat(accept(9)).isEmpty();
        assertThat(lane.settle()).containsExactly("6", "9");
        assertThat(accept(5)).isEmpty();
        assertThat(accept(10)).containsExactly("10");
    }

    @Test
    void doesNotHoldMessagesWithoutEnd() {
        var given = new ArrayList<String>();
        LongStream.rangeClosed(6, 200).forEach(seq -> given.addAll(accept(seq)));
        assertThat(given).hasSize(195).startsWith("6", "7").endsWith("200");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bringsAnyShuffleIntoOrder(long seed) {
        var order = new ArrayList<>(IntStream.rangeClosed(5, 60).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var given = new ArrayList<String>();
        order.forEach(seq -> given.addAll(accept(seq)));
        assertThat(given)
                .isEqualTo(
                        IntStream.rangeClosed(5, 60).mapToObj(Integer::toString).toList());
    }

    private List<String> accept(long seq) {
        return lane.accept(seq, Long.toString(seq));
    }
}
