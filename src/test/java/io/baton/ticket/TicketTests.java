package io.baton.ticket;

import static io.baton.ticket.Samples.DAY;
import static io.baton.ticket.Samples.HE_XIN;
import static io.baton.ticket.Samples.LIN_TAO;
import static io.baton.ticket.Samples.NOON;
import static io.baton.ticket.Samples.SYSTEM;
import static io.baton.ticket.TicketState.CLOSED;
import static io.baton.ticket.TicketState.NEW;
import static io.baton.ticket.TicketState.OPEN;
import static io.baton.ticket.TicketState.PENDING;
import static io.baton.ticket.TicketState.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TicketTests {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Each move: what it is called, from where it leads where, and how it is made. */
    private record Move(String name, Map<TicketState, TicketState> ways, Function<Ticket, TicketEvent> make) {}

    private static final Set<Move> MOVES = Set.of(
            new Move(
                    "assign",
                    Map.of(NEW, OPEN, OPEN, OPEN, PENDING, PENDING),
                    ticket -> ticket.assign(Assignee.of(LIN_TAO), HE_XIN, NOON)),
            new Move("release", Map.of(OPEN, NEW, PENDING, NEW), ticket -> ticket.release(HE_XIN, NOON)),
            new Move(
                    "move",
                    Map.of(NEW, NEW, OPEN, NEW, PENDING, NEW),
                    ticket -> ticket.move("aftersales", HE_XIN, NOON)),
            new Move("pend", Map.of(OPEN, PENDING), ticket -> ticket.pend(HE_XIN, NOON)),
            new Move("solve", Map.of(OPEN, SOLVED, PENDING, SOLVED), ticket -> ticket.solve(HE_XIN, NOON)),
            new Move("reopen", Map.of(PENDING, OPEN, SOLVED, OPEN), ticket -> ticket.reopen(DAY, HE_XIN, NOON)),
            new Move("reply", Map.of(PENDING, OPEN, SOLVED, OPEN), ticket -> ticket.reply(DAY, SYSTEM, NOON)),
            new Move(
                    "close",
                    Map.of(NEW, CLOSED, OPEN, CLOSED, PENDING, CLOSED, SOLVED, CLOSED),
                    ticket -> ticket.close(HE_XIN, NOON)),
            new Move(
                    "prioritize",
                    Map.of(NEW, NEW, OPEN, OPEN, PENDING, PENDING),
                    ticket -> ticket.prioritize(TicketPriority.HIGH, DAY, HE_XIN, NOON)),
            new Move(
                    "leave",
                    Map.of(NEW, NEW, OPEN, OPEN, PENDING, PENDING, SOLVED, SOLVED),
                    ticket -> ticket.leave(new Contact(null, "a@b.cn", null), SYSTEM, NOON)));

    static Stream<Arguments> everyMoveFromEveryState() {
        return MOVES.stream()
                .flatMap(move -> Arrays.stream(TicketState.values()).map(state -> arguments(move.name(), state, move)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyMoveFromEveryState")
    void goesWhereTheStateAllowsAndNowhereElse(String name, TicketState from, Move move) {
        var ticket = Samples.in(from);
        var to = move.ways().get(from);
        if (to == null) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> move.make().apply(ticket))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("ticket_state"))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(409));
            return;
        }
        var event = move.make().apply(ticket);
        assertThat(event.ticket().state()).isEqualTo(to);
        assertThat(event.ticket().version()).isEqualTo(ticket.version() + 1);
        assertThat(event.change().was()).isEqualTo(ticket);
        assertThat(to == from || from.mayBecome(to)).isTrue();
        assertThat(event.ticket().assignee() == null).isEqualTo(to == NEW || (from == NEW && to == CLOSED));
    }

    @Test
    void endsOnlyInClosed() {
        assertThat(TicketState.values())
                .filteredOn(state -> state.successors().isEmpty())
                .containsExactly(CLOSED);
    }

    @Test
    void isTakenUpByWhoeverHasItOrWhenNobodyDoes() {
        var taken = Samples.in(NEW).takeUp(DAY, LIN_TAO, NOON).orElseThrow();
        assertThat(taken).isInstanceOf(TicketAssigned.class);
        assertThat(taken.ticket().assignee()).isEqualTo(new Assignee("kf018", "林涛"));
        assertThat(taken.ticket().state()).isEqualTo(OPEN);
        assertThat(Samples.in(OPEN).takeUp(DAY, HE_XIN, NOON)).isEmpty();
        assertThat(Samples.in(PENDING).takeUp(DAY, HE_XIN, NOON).orElseThrow()).isInstanceOf(TicketReopened.class);
        assertThat(Samples.in(SOLVED)
                        .takeUp(DAY, HE_XIN, NOON)
                        .orElseThrow()
                        .ticket()
                        .state())
                .isEqualTo(OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketState.class,
            names = {"OPEN", "PENDING", "SOLVED"})
    void isNotTakenUpWhileSomebodyElseHasIt(TicketState state) {
        refuses("ticket_taken", () -> Samples.in(state).takeUp(DAY, LIN_TAO, NOON));
    }

    @Test
    void isNotTakenUpOnceItIsClosed() {
        refuses("ticket_state", () -> Samples.in(CLOSED).takeUp(DAY, HE_XIN, NOON));
    }

    @Test
    void isDueFromWhenTheCustomerBeganToWait() {
        var ticket = Samples.in(OPEN);
        assertThat(ticket.times().dueAt()).isEqualTo(NOON.plus(DAY));
        var later = NOON.plus(Duration.ofHours(5));
        var urgent = ticket.prioritize(TicketPriority.URGENT, Duration.ofHours(4), HE_XIN, later)
                .ticket();
        assertThat(urgent.times().dueAt()).isEqualTo(NOON.plus(Duration.ofHours(4)));
        assertThat(urgent.isOverdue(later)).isTrue();
        assertThat(urgent.about().priority()).isEqualTo(TicketPriority.URGENT);
        assertThat(urgent.times().stateSince()).isEqualTo(NOON);
    }

    @Test
    void isDueAgainWhenItIsReopened() {
        var again = Samples.in(PENDING).reply(DAY, SYSTEM, NOON.plus(WEEK)).ticket();
        assertThat(again.times().waitingSince()).isEqualTo(NOON.plus(WEEK));
        assertThat(again.times().dueAt()).isEqualTo(NOON.plus(WEEK).plus(DAY));
        assertThat(again.times().createdAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void isOverdueOnlyWhileTheCustomerWaits(TicketState state) {
        assertThat(Samples.in(state).isOverdue(NOON.plus(WEEK))).isEqualTo(state == NEW || state == OPEN);
        assertThat(Samples.in(state).isOverdue(NOON.plus(DAY))).isFalse();
    }

    @Test
    void belongsToItsDepartmentToAdministratorsAndAuditors() {
        var ticket = Samples.in(NEW);
        var stranger = Samples.person("kf001", "张伟", "ticketing", Role.CUSTOMER_SERVICE);
        var nobody = Samples.person("d", "设计", "vip", Role.DESIGNER);
        var manager = Samples.person("vip.manager", "唐宁", "vip", Role.MANAGER);
        var admin = Samples.person("acme.admin", "admin", null, Role.ADMIN);
        var auditor = Samples.person("acme.auditor", "auditor", null, Role.AUDITOR);
        assertThat(Stream.of(HE_XIN, manager, admin)).allMatch(ticket::isWorkOf).allMatch(ticket::isVisibleTo);
        assertThat(Stream.of(stranger, nobody)).noneMatch(ticket::isWorkOf).noneMatch(ticket::isVisibleTo);
        assertThat(ticket.isVisibleTo(auditor)).isTrue();
        assertThat(ticket.isWorkOf(auditor)).isFalse();
        var moved = ticket.move("ticketing", manager, NOON).ticket();
        assertThat(moved.isWorkOf(stranger)).isTrue();
        assertThat(moved.isVisibleTo(HE_XIN)).isFalse();
    }

    @Test
    void takesTheReasonForAMissingSubject() {
        assertThat(Samples.about(" ").subject()).isEqualTo("想退票");
        assertThat(Samples.about("退票").subject()).isEqualTo("退票");
    }

    @Test
    void tellsTheTrailWhatHappenedAndWhoMayRead() {
        var opened = Ticket.open(Samples.fresh().id(), "T-20261122-000001", Samples.about("退票"), DAY, SYSTEM, NOON);
        assertThat(opened.kind()).isEqualTo("ticket");
        assertThat(opened.what()).isEqualTo("TicketOpened");
        assertThat(opened.before()).isNull();
        assertThat(opened.after()).isEqualTo("NEW");
        assertThat(opened.department()).isEqualTo("vip");
        assertThat(opened.owner()).isNull();
        var released = Samples.in(OPEN).release(LIN_TAO, NOON);
        assertThat(released.before()).isEqualTo("OPEN");
        assertThat(released.owner()).isEqualTo("kf017");
        var raised = Samples.in(OPEN).prioritize(TicketPriority.HIGH, DAY, LIN_TAO, NOON);
        assertThat(raised.before()).isEqualTo("NORMAL");
        assertThat(raised.after()).isEqualTo("HIGH");
        var taken = new TicketTakenUp(HE_XIN, Samples.in(OPEN), NOON);
        assertThat(taken.owner()).isEqualTo("kf017");
        assertThat(taken.after()).isEqualTo("OPEN");
    }

    @Test
    void neverPrintsHowACustomerIsReached() {
        var left = Samples.in(NEW).leave(new Contact("林女士", "lin@example.cn", "138 0013 8000"), SYSTEM, NOON);
        assertThat(left.ticket().contact()).isNotNull();
        assertThat(left.toString()).doesNotContain("lin@", "138");
        assertThat(left.comment()).isNull();
        assertThat(left.before()).isEqualTo(left.after());
    }

    private static void refuses(String code, ThrowingCallable move) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(move)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
