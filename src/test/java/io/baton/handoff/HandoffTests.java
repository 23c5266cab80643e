package io.baton.handoff;

import static io.baton.handoff.HandoffState.ACCEPTED;
import static io.baton.handoff.HandoffState.ASSIGNED;
import static io.baton.handoff.HandoffState.CANCELLED;
import static io.baton.handoff.HandoffState.COMPLETED;
import static io.baton.handoff.HandoffState.IN_PROGRESS;
import static io.baton.handoff.HandoffState.PAUSED;
import static io.baton.handoff.HandoffState.PENDING;
import static io.baton.handoff.HandoffState.TICKETED;
import static io.baton.handoff.HandoffState.TRANSFERRED;
import static io.baton.handoff.Samples.NOON;
import static io.baton.handoff.Samples.SYSTEM;
import static io.baton.handoff.Samples.in;
import static io.baton.handoff.Samples.offer;
import static io.baton.handoff.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.baton.kernel.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HandoffTests {

    private record Move(Set<HandoffState> from, HandoffState to, Consumer<Handoff> make) {}

    private static final Map<String, Move> MOVES = Map.ofEntries(
            move("offer", EnumSet.of(PENDING), ASSIGNED, handoff -> handoff.offer(offer("kf001"), SYSTEM)),
            move("step in", EnumSet.of(PENDING), ASSIGNED, handoff -> handoff.stepIn(offer("kf001"), SYSTEM, "熟客")),
            move("leave", EnumSet.of(IN_PROGRESS), PAUSED, handoff -> handoff.leave("signed_out", SYSTEM, NOON)),
            move("reject", EnumSet.of(ASSIGNED), PENDING, handoff -> back(handoff, OfferOutcome.REJECTED)),
            move("miss", EnumSet.of(ASSIGNED), PENDING, handoff -> back(handoff, OfferOutcome.MISSED)),
            move("take back", EnumSet.of(ASSIGNED), PENDING, handoff -> back(handoff, OfferOutcome.WITHDRAWN)),
            move("accept", EnumSet.of(ASSIGNED), ACCEPTED, handoff -> handoff.accept(SYSTEM, NOON)),
            move("begin", EnumSet.of(ACCEPTED), IN_PROGRESS, handoff -> handoff.begin(SYSTEM, NOON)),
            move("pause", EnumSet.of(IN_PROGRESS), PAUSED, handoff -> handoff.pause(SYSTEM, NOON)),
            move("resume", EnumSet.of(PAUSED), IN_PROGRESS, handoff -> handoff.resume(SYSTEM, NOON)),
            move("requeue", EnumSet.of(PAUSED), PENDING, handoff -> handoff.requeue(SYSTEM, NOON)),
            move(
                    "pass on",
                    EnumSet.of(IN_PROGRESS),
                    TRANSFERRED,
                    handoff -> handoff.passOn(Samples.asked("kf002"), SYSTEM)),
            move(
                    "refuse a transfer",
                    EnumSet.of(TRANSFERRED),
                    IN_PROGRESS,
                    handoff -> sendBack(handoff, OfferOutcome.REJECTED)),
            move(
                    "miss a transfer",
                    EnumSet.of(TRANSFERRED),
                    IN_PROGRESS,
                    handoff -> sendBack(handoff, OfferOutcome.MISSED)),
            move(
                    "withdraw a transfer",
                    EnumSet.of(TRANSFERRED),
                    IN_PROGRESS,
                    handoff -> sendBack(handoff, OfferOutcome.WITHDRAWN)),
            move(
                    "move",
                    EnumSet.of(TRANSFERRED),
                    IN_PROGRESS,
                    handoff -> handoff.moveTo(offer("kf002"), "vip", SYSTEM)),
            move(
                    "complete",
                    EnumSet.of(IN_PROGRESS, PAUSED),
                    COMPLETED,
                    handoff -> handoff.complete("done", SYSTEM, NOON)),
            move(
                    "cancel",
                    EnumSet.of(PENDING, ASSIGNED, ACCEPTED),
                    CANCELLED,
                    handoff -> handoff.cancel("customer", SYSTEM, NOON)),
            move(
                    "ticket",
                    EnumSet.of(PENDING, ASSIGNED, PAUSED, TRANSFERRED),
                    TICKETED,
                    handoff -> handoff.ticket(Samples.ticket(), SYSTEM, NOON)));

    static Stream<Arguments> legal() {
        return MOVES.entrySet().stream()
                .flatMap(move -> move.getValue().from().stream().map(from -> arguments(move.getKey(), from)));
    }

    static Stream<Arguments> illegal() {
        return MOVES.entrySet().stream()
                .flatMap(move -> Arrays.stream(HandoffState.values())
                        .filter(state -> !move.getValue().from().contains(state))
                        .map(from -> arguments(move.getKey(), from)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("legal")
    void makesALegalMoveAndRecordsIt(String name, HandoffState from) {
        var move = known(name);
        var handoff = in(from);
        move.make().accept(handoff);
        assertThat(handoff.now().state()).isEqualTo(move.to());
        assertThat(handoff.takeEvents()).singleElement().satisfies(event -> {
            assertThat(event.before()).isEqualTo(from.name());
            assertThat(event.after()).isEqualTo(move.to().name());
            assertThat(event.kind()).isEqualTo("handoff");
            assertThat(event.subjectId()).isEqualTo(handoff.now().id().toString());
        });
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("illegal")
    void refusesAnIllegalMoveAndStaysAsItWas(String name, HandoffState from) {
        var handoff = in(from);
        var before = handoff.now();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> known(name).make().accept(handoff))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("handoff_state"));
        assertThat(handoff.now()).isEqualTo(before);
        assertThat(handoff.takeEvents()).isEmpty();
    }

    @Test
    void knowsExactlyTheSuccessorsOfTheTable() {
        assertThat(PENDING.successors()).containsExactlyInAnyOrder(ASSIGNED, CANCELLED, TICKETED);
        assertThat(ASSIGNED.successors()).containsExactlyInAnyOrder(ACCEPTED, PENDING, CANCELLED, TICKETED);
        assertThat(ACCEPTED.successors()).containsExactlyInAnyOrder(IN_PROGRESS, CANCELLED);
        assertThat(IN_PROGRESS.successors()).containsExactlyInAnyOrder(PAUSED, TRANSFERRED, COMPLETED);
        assertThat(PAUSED.successors()).containsExactlyInAnyOrder(IN_PROGRESS, PENDING, COMPLETED, TICKETED);
        assertThat(TRANSFERRED.successors()).containsExactlyInAnyOrder(ASSIGNED, PENDING, IN_PROGRESS, TICKETED);
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoffState.class,
            names = {"COMPLETED", "CANCELLED", "TICKETED"})
    void endsForGood(HandoffState state) {
        assertThat(state.isFinal()).isTrue();
        assertThat(state.holdsSeat()).isFalse();
        assertThat(in(state).now().outcome().endedAt()).isEqualTo(NOON);
    }

    @Test
    void recordsTheRequestWithItsReason() {
        var handoff = Handoff.request(
                io.baton.kernel.Ids.next(), Samples.ask(), Place.entering("ticketing", Priority.HIGH, NOON), SYSTEM);
        assertThat(handoff.takeEvents()).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(HandoffRequested.class);
            assertThat(event.before()).isNull();
            assertThat(event.comment()).isEqualTo("想退票");
        });
    }

    @Test
    void beginsWithItsAgentWhenATicketIsTakenUp() {
        var handoff = Handoff.takeUp(
                io.baton.kernel.Ids.next(),
                Samples.ask(),
                Place.entering("ticketing", Priority.NORMAL, NOON),
                offer("kf001"),
                SYSTEM);
        assertThat(handoff.now().state()).isEqualTo(ASSIGNED);
        assertThat(handoff.agent()).isEqualTo("kf001");
        assertThat(handoff.takeEvents()).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(HandoffTakenUp.class);
            assertThat(event.before()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(HandoffState.class)
    void letsAManagerEndTheWaitOnlyWhileSomebodyWaits(HandoffState state) {
        var handoff = in(state);
        if (state.waits()) {
            handoff.stepIn(SYSTEM, NOON, "明天答复");
            assertThat(handoff.now().state()).isEqualTo(state);
            assertThat(handoff.takeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.comment()).isEqualTo("明天答复"));
        } else {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> handoff.stepIn(SYSTEM, NOON, null));
        }
    }

    @Test
    void remembersWhyAnAgentLeft() {
        var handoff = in(IN_PROGRESS);
        handoff.leave("leave_begun", SYSTEM, NOON);
        assertThat(handoff.takeEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.comment()).isEqualTo("leave_begun"));
    }

    @Test
    void stillServesWhenTheShiftOfItsAgentIsOver() {
        var handoff = in(IN_PROGRESS);
        var before = handoff.now();
        handoff.shiftEnded(SYSTEM, NOON);
        assertThat(handoff.now()).isEqualTo(before);
        assertThat(handoff.takeEvents()).hasOnlyElementsOfType(HandoffShiftEnded.class);
    }

    @Test
    void returnsToItsOriginalPlaceAfterAMiss() {
        var handoff = in(ASSIGNED);
        var place = handoff.now().place();
        back(handoff, OfferOutcome.MISSED);
        assertThat(handoff.now().place()).isEqualTo(place);
        assertThat(handoff.now().offer()).isNull();
        assertThat(handoff.now().trail().misses()).isEqualTo(1);
    }

    @Test
    void doesNotCountWhatBatonTookBack() {
        var handoff = in(ASSIGNED);
        back(handoff, OfferOutcome.WITHDRAWN);
        assertThat(handoff.now().trail().misses()).isZero();
    }

    @Test
    void goesToTheFrontWhenItsAgentDoesNotComeBack() {
        var handoff = in(PAUSED);
        handoff.requeue(SYSTEM, NOON);
        assertThat(handoff.now().place().front()).isTrue();
        assertThat(handoff.now().agentId()).isNull();
    }

    @Test
    void keepsTheFirstAcceptance() {
        var handoff = in(PAUSED);
        handoff.requeue(SYSTEM, NOON);
        handoff.offer(offer("kf002"), SYSTEM);
        handoff.accept(SYSTEM, NOON.plusSeconds(90));
        assertThat(handoff.now().outcome().acceptedAt()).isEqualTo(NOON);
    }

    @Test
    void changesAgentAndDepartmentWhenMoved() {
        var handoff = in(TRANSFERRED);
        handoff.moveTo(offer("kf017"), "vip", SYSTEM);
        assertThat(handoff.agent()).isEqualTo("kf017");
        assertThat(handoff.now().place().department()).isEqualTo("vip");
        assertThat(handoff.now().trail().transferTo()).isNull();
    }

    @Test
    void waitsAtTheFrontOfTheDepartmentItIsPassedOnTo() {
        var handoff = in(IN_PROGRESS);
        handoff.note("要看发票");
        handoff.queueFor(new TransferTarget("vip", null, Set.of("invoice"), true), SYSTEM, NOON);
        assertThat(handoff.now().state()).isEqualTo(PENDING);
        assertThat(handoff.now().agentId()).isNull();
        assertThat(handoff.now().place().department()).isEqualTo("vip");
        assertThat(handoff.now().place().front()).isTrue();
        assertThat(handoff.now().place().skillsDropped()).isFalse();
        assertThat(handoff.now().ask().skills()).containsExactly("invoice");
        assertThat(handoff.takeEvents())
                .extracting(HandoffEvent::what, HandoffEvent::before, HandoffEvent::after, HandoffEvent::comment)
                .containsExactly(
                        tuple("HandoffTransferRequested", "IN_PROGRESS", "TRANSFERRED", "要看发票"),
                        tuple("HandoffRequeued", "TRANSFERRED", "PENDING", null));
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoffState.class,
            names = {"IN_PROGRESS"},
            mode = EnumSource.Mode.EXCLUDE)
    void queuesForAnotherDepartmentOnlyWhatIsServed(HandoffState state) {
        var handoff = in(state);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> handoff.queueFor(new TransferTarget("vip", null), SYSTEM, NOON));
        assertThat(handoff.now().state()).isEqualTo(state);
    }

    @Test
    void keepsWhereToGoInAProcessVariable() {
        for (var target : java.util.List.of(
                new TransferTarget("vip", null),
                new TransferTarget("vip", "kf001"),
                new TransferTarget("vip", null, Set.of("refund", "vip"), true))) {
            assertThat(TransferTarget.parse(target.text())).isEqualTo(target);
        }
        assertThat(TransferTarget.parse("vip/kf001")).isEqualTo(new TransferTarget("vip", "kf001"));
        assertThat(TransferTarget.parse("vip")).isEqualTo(new TransferTarget("vip", null));
    }

    @ParameterizedTest
    @EnumSource(HandoffState.class)
    void raisesOnlyWhileSomebodyWaits(HandoffState state) {
        var handoff = in(state);
        if (state.waits()) {
            handoff.raise(SYSTEM, NOON);
            assertThat(handoff.now().place().priority()).isEqualTo(Priority.HIGH);
            assertThat(handoff.now().place().skillsDropped()).isTrue();
        } else {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> handoff.raise(SYSTEM, NOON));
        }
    }

    @Test
    void neverRaisesAboveUrgent() {
        assertThat(Priority.URGENT.raised()).isEqualTo(Priority.URGENT);
        assertThat(Priority.LOW.raised()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void saysThatItHasMovedOnWhereNobodyServesOrIsAskedAnyMore() {
        var handoff = in(PENDING);
        assertThatThrownBy(handoff::agent)
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("handoff_state"));
        assertThatThrownBy(handoff::asked)
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("handoff_state"));
    }

    @Test
    void remembersThatTheCustomerWasLostAndCameBack() {
        var handoff = in(IN_PROGRESS);
        handoff.customerLost(SYSTEM, NOON);
        assertThat(handoff.now().trail().customerLost()).isTrue();
        handoff.customerReturned(SYSTEM, NOON);
        assertThat(handoff.now().trail().customerLost()).isFalse();
        assertThat(handoff.now().state()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void agesALowPriorityIntoItsTurn() {
        var ageing = Duration.ofMinutes(3);
        var low = Place.entering("ticketing", Priority.LOW, NOON).rank(ageing);
        var soon = Place.entering("ticketing", Priority.NORMAL, NOON.plusSeconds(120))
                .rank(ageing);
        var late = Place.entering("ticketing", Priority.NORMAL, NOON.plusSeconds(240))
                .rank(ageing);
        assertThat(soon).isBefore(low);
        assertThat(late).isAfter(low);
        assertThat(requested().now().place().rank(ageing)).isEqualTo(NOON.minus(ageing));
    }

    private static Move known(String name) {
        var move = MOVES.get(name);
        assertThat(move).isNotNull();
        return move;
    }

    private static void sendBack(Handoff handoff, OfferOutcome outcome) {
        handoff.sendBack(outcome, null, SYSTEM, NOON);
    }

    private static void back(Handoff handoff, OfferOutcome outcome) {
        handoff.putBack(outcome, SYSTEM, NOON, null);
    }

    private static Map.Entry<String, Move> move(
            String name, Set<HandoffState> from, HandoffState to, Consumer<Handoff> make) {
        return Map.entry(name, new Move(from, to, make));
    }
}
