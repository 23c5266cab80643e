package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Agent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverTests {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofHours(4));
    private static final Actor MANAGER = LeaveWorld.manager();
    private static final Actor SYSTEM = Actor.system(LeaveWorld.ACME);

    @Test
    void isAcceptedByWhomItWasOfferedTo() {
        var accepted = offered("kf002").accept(LeaveWorld.agent("kf002"), NOW);

        assertThat(accepted.accepted()).isTrue();
        assertThat(accepted.before()).isEqualTo("OFFERED");
        assertThat(accepted.after()).isEqualTo("COVERED");
        assertThat(accepted.kind()).isEqualTo("leave");
        assertThat(accepted.comment()).contains("2026-11-30").contains("客服 kf002");
        assertProblem("forbidden", () -> offered("kf002").accept(LeaveWorld.agent("kf003"), NOW));
        assertProblem("forbidden", () -> open().accept(LeaveWorld.agent("kf002"), NOW));
    }

    @Test
    void remembersWhoDeclinedOrDidNotAnswer() {
        var declined =
                offered("kf002").decline(LeaveWorld.agent("kf002"), NOW, "有事").cover();
        assertThat(declined.state()).isEqualTo(CoverState.OPEN);
        assertThat(declined.offer()).isNull();
        assertProblem("cover_declined", () -> declined.offer(agent("kf002"), UNTIL, MANAGER, NOW));

        var late = declined.offer(agent("kf003"), UNTIL, MANAGER, NOW).cover().expireOffer(SYSTEM, NOW);
        assertThat(late.cover().declined()).containsExactlyInAnyOrder("kf002", "kf003");
    }

    @Test
    void isDecidedByWhoeverLeadsTheDepartment() {
        assertProblem("forbidden", () -> open().offer(agent("kf002"), UNTIL, LeaveWorld.agent("kf001"), NOW));
        assertProblem("forbidden", () -> open().offer(agent("kf002"), UNTIL, LeaveWorld.otherManager(), NOW));
        assertProblem("forbidden", () -> open().leaveOpen(LeaveWorld.otherManager(), NOW, "来电少"));
        assertThat(open().leaveOpen(MANAGER, NOW, "来电少").cover().state()).isEqualTo(CoverState.LEFT_OPEN);
        assertThat(open().leaveOpen(SYSTEM, NOW, null).cover().state()).isEqualTo(CoverState.LEFT_OPEN);
    }

    @Test
    void isSeenByWhoeverLeadsAndWhoeverIsAsked() {
        assertThat(offered("kf002").isVisibleTo(MANAGER)).isTrue();
        assertThat(offered("kf002").isVisibleTo(LeaveWorld.admin())).isTrue();
        assertThat(offered("kf002").isVisibleTo(LeaveWorld.agent("kf002"))).isTrue();
        assertThat(offered("kf002").isVisibleTo(LeaveWorld.agent("kf003"))).isFalse();
        assertThat(open().isVisibleTo(LeaveWorld.otherManager())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CoverState.class)
    void knowsItsSuccessors(CoverState state) {
        assertThat(CoverState.RELEASED.mayBecome(state)).isFalse();
        assertThat(state.mayBecome(CoverState.RELEASED)).isEqualTo(state != CoverState.RELEASED);
        assertThat(state.mayBecome(state)).isFalse();
    }

    @Test
    void cannotBeMovedOnceItIsSettled() {
        var covered = offered("kf002").accept(LeaveWorld.agent("kf002"), NOW).cover();

        assertProblem("cover_decided", () -> covered.offer(agent("kf003"), UNTIL, MANAGER, NOW));
        assertProblem("cover_decided", () -> covered.leaveOpen(MANAGER, NOW, "x"));
        assertProblem("cover_decided", () -> covered.expireOffer(SYSTEM, NOW));
        var released = covered.release(SYSTEM, NOW).cover();
        assertThat(released.offer()).isNotNull();
        assertProblem("cover_decided", () -> released.release(SYSTEM, NOW));
    }

    @Test
    void countsItsMoves() {
        assertThat(open().version()).isZero();
        assertThat(offered("kf002").version()).isEqualTo(1);
    }

    @Test
    void refusesDecisionsThatAreNone() {
        assertThat(CoverDecision.read("ask", "kf002", null).agentId()).isEqualTo("kf002");
        assertThat(CoverDecision.read("open", "kf002", " 来电少 ").reason()).isEqualTo("来电少");
        assertProblem("invalid", () -> CoverDecision.read("perhaps", "kf002", "x"));
        assertProblem("invalid", () -> CoverDecision.read("ask", 7, "x"));
        assertProblem("invalid", () -> CoverDecision.read("open", "kf002", null));
        assertProblem("invalid", () -> CoverDecision.leaveOpen("x".repeat(501)));
    }

    private static Cover open() {
        var absentee = new Cover.Absentee(Ids.next(), "L-20261122-000001", "kf001", "客服 kf001", "ticketing");
        var during = new TimeWindow(
                NOW.plus(Duration.ofDays(8)), NOW.plus(Duration.ofDays(8).plusHours(8)));
        var place = new Cover.Place(Ids.next(), LocalDate.of(2026, 11, 30), Ids.next(), during);
        return new Cover(Ids.next(), absentee, place, CoverState.OPEN, null, Set.of(), null, 0);
    }

    private static Cover offered(String agent) {
        return open().offer(agent(agent), UNTIL, MANAGER, NOW).cover();
    }

    private static Agent agent(String id) {
        return new Agent(id, "客服 " + id, "ticketing", Set.of(), 3, false, 5, false);
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
