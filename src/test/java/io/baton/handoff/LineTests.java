package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTests {

    private static final int PIECE = 3;
    private final List<Integer> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7})
    void passesEverybodyOnceInOrder(int people) {
        var all = people(people);
        var line = line(all);
        var passed = new ArrayList<HandoffSnapshot>();
        line.forEachRemaining(passed::add);
        assertThat(passed).isEqualTo(all);
        assertThatThrownBy(line::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void readsNoFurtherThanItIsAsked() {
        var line = line(people(7));
        line.next();
        line.next();
        line.next();
        assertThat(asked).containsExactly(0);
        line.next();
        assertThat(asked).containsExactly(0, 3);
    }

    private Line line(List<HandoffSnapshot> all) {
        return new Line(
                after -> {
                    asked.add(after);
                    return all.subList(Math.min(after, all.size()), Math.min(after + PIECE, all.size()));
                },
                PIECE);
    }

    private static List<HandoffSnapshot> people(int many) {
        return IntStream.range(0, many).mapToObj(i -> Samples.requested().now()).toList();
    }
}
