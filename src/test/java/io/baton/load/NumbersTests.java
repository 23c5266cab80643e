package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NumbersTests {

    private final Numbers numbers = new Numbers();

    @Test
    void makesIdsThatAreUuidsAndTellTheirNumber() {
        var number = Numbers.of(2_999, 123_456);
        var id = numbers.id(number);

        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(numbers.parse(id)).isEqualTo(number);
        assertThat(Numbers.chat(number)).isEqualTo(2_999);
        assertThat(Numbers.message(number)).isEqualTo(123_456);
    }

    @Test
    void doesNotTakeTheIdsOfOthersForItsOwn() {
        assertThat(numbers.parse(new Numbers().id(1))).isEqualTo(-1);
        assertThat(numbers.parse(UUID.randomUUID().toString())).isEqualTo(-1);
        assertThat(numbers.parse("")).isEqualTo(-1);
    }

    @Test
    void makesBodiesOfTheSizeThatIsAskedFor() {
        assertThat(Numbers.body(1, 200)).hasSize(200).startsWith("000000000001 ");
        assertThat(Numbers.body(1, 7_500)).hasSize(7_500).isNotEqualTo(Numbers.body(2, 7_500));
    }
}
