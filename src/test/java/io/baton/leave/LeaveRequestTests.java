package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Reason;
import io.baton.kernel.Role;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Coverage;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.LeaveCut;
import io.baton.rota.LeaveImpact;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaveRequestTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final TimeWindow WINDOW = new TimeWindow(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)));
    private static final Actor AGENT = LeaveWorld.agent("kf001");
    private static final Actor MANAGER = LeaveWorld.manager();
    private static final Actor SYSTEM = Actor.system(LeaveWorld.ACME);

    @Test
    void recordsWhoDecidedWhenAndWhy() {
        var rejected = admitted(AGENT).reject(MANAGER, NOW, "人手不足");

        assertThat(rejected.before()).isEqualTo("PENDING");
        assertThat(rejected.after()).isEqualTo("REJECTED");
        assertThat(rejected.what()).isEqualTo("LeaveRejected");
        assertThat(rejected.owner()).isEqualTo("kf001");
        assertThat(rejected.department()).isEqualTo("ticketing");
        assertThat(rejected.leave().progress().decided())
                .isEqualTo(new Progress.Verdict("ticketing.manager", MANAGER.name(), NOW, "人手不足"));
    }

    @Test
    void countsItsMoves() {
        var leave = admitted(AGENT);

        assertThat(leave.version()).isEqualTo(1);
        assertThat(leave.escalate(SYSTEM, NOW).leave().version()).isEqualTo(2);
    }

    @Test
    void moveOfTheRotaMovesTheWindow() {
        var later = new TimeWindow(WINDOW.end(), WINDOW.end().plusSeconds(60));

        assertThat(admitted(AGENT)
                        .approve(allowed(later), MANAGER, NOW, null)
                        .leave()
                        .window())
                .isEqualTo(later);
    }

    @Test
    void refusesASecondDecision() {
        var approved =
                admitted(AGENT).approve(allowed(WINDOW), MANAGER, NOW, null).leave();

        assertProblem("leave_decided", () -> approved.reject(MANAGER, NOW, "no"));
        assertProblem("leave_decided", () -> approved.approve(allowed(WINDOW), MANAGER, NOW, null));
        assertProblem("leave_decided", () -> approved.expire(SYSTEM, NOW));
        assertProblem("leave_decided", () -> approved.remind(SYSTEM, NOW));
        assertProblem("leave_decided", () -> approved.escalate(SYSTEM, NOW));
    }

    @Test
    void refusesEverythingAfterARefusal() {
        var refused = requested(AGENT).refuse(blocked(), AGENT, NOW);

        assertThat(refused.comment()).isEqualTo("leave_overlap");
        assertProblem("leave_decided", () -> refused.leave().withdraw(AGENT, NOW, null));
        assertProblem("leave_decided", () -> refused.leave().admit(allowed(WINDOW), AGENT, NOW));
    }

    @Test
    void staysPendingWhenItIsHeldBack() {
        var held = admitted(AGENT).holdBack(blocked(), MANAGER, NOW);

        assertThat(held.leave().isPending()).isTrue();
        assertThat(held.leave().progress().admitted()).isTrue();
        assertThat(held.comment()).isEqualTo("leave_overlap");
    }

    @Test
    void letsTheManagerOfTheDepartmentAndAdministratorsDecide() {
        admitted(AGENT).guardDecider(MANAGER);
        admitted(AGENT).guardDecider(LeaveWorld.admin());

        assertProblem("forbidden", () -> admitted(AGENT).guardDecider(LeaveWorld.otherManager()));
        assertProblem("forbidden", () -> admitted(AGENT).guardDecider(LeaveWorld.agent("kf002")));
        assertProblem("forbidden", () -> admitted(AGENT).guardDecider(LeaveWorld.auditor()));
        assertProblem("forbidden", () -> admitted(AGENT).guardDecider(SYSTEM));
    }

    @Test
    void letsNobodyDecideAboutAnOwnRequest() {
        assertProblem("leave_own_request", () -> admitted(MANAGER).approve(allowed(WINDOW), MANAGER, NOW, null));
        assertProblem("leave_own_request", () -> admitted(LeaveWorld.admin()).reject(LeaveWorld.admin(), NOW, "no"));
    }

    @Test
    void leavesAManagersRequestToAdministrators() {
        var peer = LeaveWorld.person("second.manager", "ticketing", Role.MANAGER);

        assertProblem("forbidden", () -> admitted(MANAGER).guardDecider(peer));
        admitted(MANAGER).guardDecider(LeaveWorld.admin());
    }

    @Test
    void isWithdrawnByItsApplicantUntilItBegins() {
        var approved =
                admitted(AGENT).approve(allowed(WINDOW), MANAGER, NOW, null).leave();

        assertProblem("forbidden", () -> approved.withdraw(MANAGER, NOW, null));
        assertThat(approved.withdraw(AGENT, NOW, null).leave().state()).isEqualTo(LeaveState.CANCELLED);
        assertProblem("leave_begun", () -> approved.begin(SYSTEM, NOW).leave().withdraw(AGENT, NOW, null));
    }

    @Test
    void beginsAndEndsOnlyWhenItIsApproved() {
        assertProblem("leave_not_approved", () -> admitted(AGENT).begin(SYSTEM, NOW));
        assertProblem("leave_not_approved", () -> admitted(AGENT).end(SYSTEM, NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = LeaveState.class,
            names = {"REJECTED", "CANCELLED"})
    void hasFinalStates(LeaveState last) {
        for (var next : LeaveState.values()) {
            assertThat(last.mayBecome(next)).isFalse();
        }
        assertThat(last.isLive()).isFalse();
    }

    @Test
    void isSeenByItsApplicantAndWhoeverDecides() {
        var leave = admitted(AGENT);

        assertThat(leave.isVisibleTo(AGENT)).isTrue();
        assertThat(leave.isVisibleTo(MANAGER)).isTrue();
        assertThat(leave.isVisibleTo(LeaveWorld.admin())).isTrue();
        assertThat(leave.isVisibleTo(LeaveWorld.agent("kf002"))).isFalse();
        assertThat(leave.isVisibleTo(LeaveWorld.otherManager())).isFalse();
        assertThat(leave.isVisibleTo(LeaveWorld.auditor())).isFalse();
    }

    @Test
    void isNotForAuditorsAndNotForTheSystem() {
        assertProblem("forbidden", () -> Applicant.of(LeaveWorld.auditor()));
        assertProblem("forbidden", () -> Applicant.of(SYSTEM));
    }

    @Test
    void refusesFormsThatSayTooMuchOrTooLittle() {
        assertProblem("invalid", () -> form(HalfDays.of(DAY), " ", List.of()));
        assertProblem("invalid", () -> form(HalfDays.of(DAY), "x".repeat(501), List.of()));
        assertProblem("invalid", () -> form(HalfDays.of(DAY), "ok", ids(6)));
        assertProblem(
                "invalid",
                () -> form(new HalfDays(DAY, Half.MORNING, DAY.plusDays(180), Half.MORNING), "ok", List.of()));
        assertProblem("invalid", () -> LeaveForm.span(DAY, Half.AFTERNOON, DAY, Half.MORNING));
        assertThat(form(new HalfDays(DAY, Half.AFTERNOON, DAY.plusDays(1), Half.MORNING), " ok ", ids(5))
                        .reason())
                .isEqualTo("ok");
    }

    @Test
    void refusesARejectionWithoutAReason() {
        assertProblem("invalid", () -> new LeaveDecision(false, " "));
        assertProblem("invalid", () -> new LeaveDecision(true, "x".repeat(501)));
        assertProblem("invalid", () -> LeaveDecision.read("approved", 7));
        assertThat(LeaveDecision.read("rejected", " 人手不足 ")).isEqualTo(new LeaveDecision(false, "人手不足"));
    }

    private static LeaveRequest requested(Actor by) {
        return LeaveRequest.request(
                        Ids.next(),
                        "L-20261122-000001",
                        Applicant.of(by),
                        form(HalfDays.of(DAY), "搬家", List.of()),
                        new LeaveRequest.Extent(WINDOW, BigDecimal.ONE),
                        by,
                        NOW)
                .leave();
    }

    private static LeaveRequest admitted(Actor by) {
        return requested(by).admit(allowed(WINDOW), by, NOW).leave();
    }

    private static LeaveForm form(HalfDays span, String reason, List<UUID> attachments) {
        return new LeaveForm(LeaveType.PERSONAL, span, reason, attachments);
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
    }

    private static LeaveVerdict allowed(TimeWindow window) {
        return verdict(List.of(), window);
    }

    private static LeaveVerdict blocked() {
        var reason = new Reason("leave_overlap", Map.of(), "时间重叠", "It overlaps.");
        return verdict(List.of(new Finding("one request", Severity.BLOCKS, reason)), WINDOW);
    }

    private static LeaveVerdict verdict(List<Finding> findings, TimeWindow window) {
        var nobody = new Coverage(List.of());
        var impact = new LeaveImpact(new LeaveCut(List.of(), List.of(), window), nobody, nobody);
        return new LeaveVerdict(findings, "1", impact, new LeaveSplit(List.of()), List.of(), List.of(), List.of());
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
