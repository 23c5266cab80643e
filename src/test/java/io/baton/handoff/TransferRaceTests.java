package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

/** What happens at the same instant: one of both wins, the other reads why, and seats are right whoever won. */
@BatonTest
class TransferRaceTests extends TransferScene {

    private static final int ROUNDS = 6;

    @RepeatedTest(ROUNDS)
    void isAcceptedOrTakenBackAndNeverBoth() throws Exception {
        var id = asked("ra01", "ra02");
        var outcomes = atOnce(() -> as(agent("ra02"), () -> answers.accept(id)), () -> cancel(id, "ra01"));
        assertExactlyOneRefused(outcomes, "expired", "taken", "handoff_state", "conversation_unknown", "not_waiting");
        var moved = outcomes.getFirst() == null;
        assertServedBy(id, moved ? "ra02" : "ra01", moved ? "ra01" : "ra02");
    }

    @RepeatedTest(ROUNDS)
    void goesToOneOfTwoTargets() throws Exception {
        var id = servedBy("ra03");
        hire("ra04", 1);
        hire("ra05", 1);
        connect("ra04", "ra05");
        var outcomes = atOnce(() -> transfer(id, "ra03", "ra04"), () -> transfer(id, "ra03", "ra05"));
        assertExactlyOneRefused(outcomes, "handoff_state", "target_unavailable");
        assertThat(state(id)).isEqualTo(HandoffState.TRANSFERRED);
        assertThat(now(id).trail().transferTo()).isEqualTo(outcomes.getFirst() == null ? "ra04" : "ra05");
        assertThat(active("ra03")).isEqualTo(1);
        assertThat(active("ra04") + active("ra05")).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void endsOrMovesButHoldsNoSeatTwice() throws Exception {
        var id = asked("ra06", "ra07");
        atOnce(
                () -> as(agent("ra07"), () -> answers.accept(id)),
                () -> as(agent("ra06"), () -> answers.complete(id, "solved", null)));
        if (state(id) == HandoffState.COMPLETED) {
            assertThat(active("ra06")).isZero();
            assertThat(active("ra07")).isZero();
        } else {
            assertServedBy(id, "ra07", "ra06");
        }
    }

    @RepeatedTest(ROUNDS)
    void isAcceptedOrComesBackWhenTheTargetIsLost() throws Exception {
        var id = asked("ra08", "ra09");
        atOnce(() -> as(agent("ra09"), () -> answers.accept(id)), () -> lose("ra09"));
        org.awaitility.Awaitility.await().until(() -> state(id) != HandoffState.TRANSFERRED);
        if ("ra09".equals(now(id).agentId())) {
            awaitState(id, HandoffState.PAUSED);
            assertThat(active("ra08")).isZero();
            assertThat(active("ra09")).isEqualTo(1);
        } else {
            assertServedBy(id, "ra08", "ra09");
        }
    }

    @RepeatedTest(ROUNDS)
    void takesTheLastSeatOnlyOnce() throws Exception {
        var one = servedBy("ra10");
        var two = servedByConnected("ra10");
        hire("ra11", 1);
        connect("ra11");
        var outcomes = atOnce(() -> transfer(one, "ra10", "ra11"), () -> transfer(two, "ra10", "ra11"));
        assertExactlyOneRefused(outcomes, "target_unavailable");
        assertThat(active("ra11")).isEqualTo(1);
        assertThat(active("ra10")).isEqualTo(2);
    }

    private UUID asked(String sender, String target) {
        var id = servedBy(sender);
        hire(target, 1);
        connect(target);
        transfer(id, sender, target);
        return id;
    }

    private void assertServedBy(UUID id, String agent, String other) {
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo(agent);
        assertThat(active(agent)).isEqualTo(1);
        assertThat(active(other)).isZero();
    }

    private static void assertExactlyOneRefused(List<Throwable> outcomes, String... codes) {
        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != null)
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isIn((Object[]) codes));
    }
}
