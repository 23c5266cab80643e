package io.baton.swap;

import static io.baton.swap.SwapWorld.agent;
import static io.baton.swap.SwapWorld.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.swap.SwapItem.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SwapTests {

    private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");
    private static final Deadlines DEADLINES =
            new Deadlines(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)));
    private static final SwapVerdict FINE = new SwapVerdict(List.of(), "v1", true, Map.of(), List.of(), List.of());

    @Test
    void isAgreedToByItsProposer() {
        var swap = proposed(3).swap();

        assertThat(swap.item("sn1").orElseThrow().answer().confirmation()).isEqualTo(Confirmation.AGREED);
        assertThat(swap.others()).extracting(SwapItem::agentId).containsExactly("sn2", "sn3");
        assertThat(swap.approvals()).extracting(SwapApproval::department).containsExactly(SwapWorld.NORTH);
        assertThat(proposed(3).before()).isNull();
    }

    @Test
    void asksTheDepartmentsOnceEverybodyAgreed() {
        var one = admitted(3).confirm(agent("sn2"), NOW, null).swap();
        assertThat(one.state()).isEqualTo(SwapState.CONFIRMING);
        assertThat(one.confirm(agent("sn3"), NOW, null).swap().state()).isEqualTo(SwapState.APPROVING);
    }

    @Test
    void isAnsweredOnceByWhoeverIsAsked() {
        var one = admitted(3).confirm(agent("sn2"), NOW, null).swap();

        assertProblem("swap_answered", () -> one.confirm(agent("sn2"), NOW, null));
        assertProblem("swap_answered", () -> one.decline(agent("sn1"), NOW, null));
        assertProblem("forbidden", () -> one.confirm(agent("sn9"), NOW, null));
        assertProblem("swap_over", () -> proposed(2).swap().confirm(agent("sn2"), NOW, null));
    }

    @Test
    void isExecutedOnlyWithEveryDepartmentsWord() {
        var waiting = approving();
        assertProblem("swap_not_approved", () -> waiting.execute(FINE, Actor.system(SwapWorld.ACME), NOW));

        var approved = waiting.approve(SwapWorld.NORTH, north(), NOW, "好").swap();
        assertThat(approved.undecided()).isEmpty();
        assertThat(approved.execute(FINE, north(), NOW).after()).isEqualTo("EXECUTED");
    }

    @Test
    void isSeenByWhoeverTakesPartAndWhoeverLeads() {
        var swap = admitted(2);

        assertThat(swap.isVisibleTo(agent("sn2"))).isTrue();
        assertThat(swap.isVisibleTo(north())).isTrue();
        assertThat(swap.isVisibleTo(SwapWorld.admin())).isTrue();
        assertThat(swap.isVisibleTo(agent("sn3"))).isFalse();
        assertThat(swap.isVisibleTo(SwapWorld.south())).isFalse();
    }

    static Stream<Swap> settled() {
        var system = Actor.system(SwapWorld.ACME);
        return Stream.of(
                proposed(2).swap().refuse(FINE, system, NOW).swap(),
                admitted(2).decline(agent("sn2"), NOW, null).swap(),
                admitted(2).expire(system, NOW).swap(),
                admitted(2).withdraw(agent("sn1"), NOW, null).swap(),
                approving().reject(SwapWorld.NORTH, north(), NOW, "不行").swap(),
                approving().fail(List.of(), "assignment_gone", system, NOW).swap(),
                approving()
                        .approve(SwapWorld.NORTH, north(), NOW, null)
                        .swap()
                        .execute(FINE, north(), NOW)
                        .swap());
    }

    @ParameterizedTest
    @MethodSource("settled")
    void isNotMovedOnceItIsSettled(Swap swap) {
        var system = Actor.system(SwapWorld.ACME);
        assertThat(swap.isOpen()).isFalse();
        assertThat(swap.progress().settled()).isNotNull();
        assertProblem("swap_over", () -> swap.confirm(agent("sn2"), NOW, null));
        assertProblem("swap_over", () -> swap.approve(SwapWorld.NORTH, north(), NOW, null));
        assertProblem("swap_over", () -> swap.execute(FINE, north(), NOW));
        assertProblem("swap_over", () -> swap.fail(List.of(), "cause", system, NOW));
        assertProblem("swap_over", () -> swap.expire(system, NOW));
        assertProblem("swap_over", () -> swap.withdraw(agent("sn1"), NOW, null));
        assertProblem("swap_over", () -> swap.remind(system, NOW));
        assertProblem("swap_over", () -> swap.escalate(system, NOW));
        assertProblem("swap_over", () -> swap.admit(FINE, DEADLINES, system, NOW));
    }

    @ParameterizedTest
    @EnumSource(SwapState.class)
    void neverStaysWhereItIs(SwapState state) {
        assertThat(state.mayBecome(state)).isFalse();
        assertThat(state.mayBecome(SwapState.PROPOSED)).isFalse();
    }

    @Test
    void isOneCircleThroughEverybody() {
        var a = UUID.randomUUID();
        var b = UUID.randomUUID();
        var c = UUID.randomUUID();
        var d = UUID.randomUUID();
        assertThat(form("1", a, b, "2", b, a).isClosed()).isTrue();
        assertThat(form("1", a, b, "2", b, c, "3", c, a).isClosed()).isTrue();
        assertThat(form("1", a, c, "2", b, a, "3", c, b).isClosed()).isTrue();
        assertThat(form("1", a, b, "2", b, a, "3", c, d, "4", d, c).isClosed()).isFalse();
        assertThat(form("1", a, a, "2", b, b).isClosed()).isFalse();
        assertThat(form("1", a, b, "2", b, c).isClosed()).isFalse();
        assertThat(form("1", a, b, "2", a, b).isClosed()).isFalse();
        assertThat(form("1", a, b, "2", b, null).isClosed()).isFalse();
        assertThat(form("1", a, a).isClosed()).isFalse();
    }

    @Test
    void isOfTwoToEightPeople() {
        var a = UUID.randomUUID();
        assertProblem("invalid", () -> form());
        assertProblem("invalid", () -> form("1", a, a).finished());
        assertProblem("invalid", () -> form("1", a, a, "2", a, null).finished());
        var nine = IntStream.range(0, 9)
                .mapToObj(i -> new SwapForm.Part("sn" + i, UUID.randomUUID(), a))
                .toList();
        assertProblem("invalid", () -> new SwapForm(nine, null));
        assertProblem("invalid", () -> new SwapForm(nine.subList(0, 8), "长".repeat(501)));
        assertThat(new SwapForm(nine.subList(0, 8), "  ").finished().comment()).isNull();
    }

    private static SwapForm form(@Nullable Object... parts) {
        return new SwapForm(
                IntStream.range(0, parts.length / 3)
                        .mapToObj(i -> new SwapForm.Part(
                                "sn" + parts[3 * i], (UUID) Objects.requireNonNull(parts[3 * i + 1]), (UUID)
                                        parts[3 * i + 2]))
                        .toList(),
                null);
    }

    private static SwapProposed proposed(int people) {
        var shifts = IntStream.range(0, people).mapToObj(i -> Ids.next()).toList();
        var items = IntStream.range(0, people)
                .mapToObj(i -> new SwapItem(
                        i + 1,
                        "sn" + (i + 1),
                        "客服 " + i,
                        SwapWorld.NORTH,
                        shifts.get(i),
                        shifts.get((i + 1) % people),
                        SwapItem.Answer.NONE))
                .toList();
        return Swap.propose(Ids.next(), "S-1", items, null, agent("sn1"), NOW);
    }

    private static Swap admitted(int people) {
        return proposed(people).swap().admit(FINE, DEADLINES, agent("sn1"), NOW).swap();
    }

    private static Swap approving() {
        return admitted(2).confirm(agent("sn2"), NOW, null).swap();
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
