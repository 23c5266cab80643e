package io.baton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void makesVersionSevenIdsThatNeverRepeatAndKeepTheirOrder() {
        var ids = IntStream.range(0, 10_000).mapToObj(i -> Ids.next()).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
        assertThat(ids).extracting(UUID::toString).isSorted();
    }

    @Test
    void floorIsBelowEveryIdOfItsInstantAndAboveEveryIdBefore() {
        var before = Ids.next().toString();
        var bound = Ids.floor(Instant.now().plusMillis(5)).toString();
        assertThat(before).isLessThan(bound);
        assertThat(Ids.floor(Instant.EPOCH).version()).isEqualTo(7);
        assertThat(Ids.next().toString())
                .isGreaterThan(Ids.floor(Instant.now().minusMillis(5)).toString());
    }

    @Test
    void answersNotFoundForWhatCannotBeAnId() {
        assertThatThrownBy(() -> Ids.parse("'; drop table", "leave_unknown"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(404);
                    assertThat(problem.code()).isEqualTo("leave_unknown");
                });
    }
}
