package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.TimeWindow;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for leave. Each move is one method: it refuses what the state does not allow, and returns the event that
 * carries the request as it is afterwards; saving the event is the only way to change a request.
 *
 * @param window from when to when the person is away
 * @param version counts the moves; a save from an older version is refused
 */
public record LeaveRequest(
        UUID id,
        String number,
        Applicant applicant,
        LeaveForm form,
        TimeWindow window,
        Instant createdAt,
        Progress progress,
        long version) {

    static LeaveRequested request(
            UUID id, String number, Applicant applicant, LeaveForm form, TimeWindow window, Actor by, Instant at) {
        var leave = new LeaveRequest(id, number, applicant, form, window, at, Progress.NEW, 0);
        return new LeaveRequested(new LeaveChange(null, leave, by, at, null));
    }

    public LeaveState state() {
        return progress.state();
    }

    public boolean isPending() {
        return state() == LeaveState.PENDING;
    }

    /** The rules have nothing against it: it now waits for a decision and keeps its half days. */
    LeaveAdmitted admit(LeaveVerdict said, Actor by, Instant at) {
        guardPending();
        return new LeaveAdmitted(to(progress.checked(said.findings(), said.rules(), true), by, at, null));
    }

    /** The rules are against it. */
    LeaveRefusedByRule refuse(LeaveVerdict said, Actor by, Instant at) {
        var verdict = new Progress.Verdict(Actor.SYSTEM, "Baton", at, null);
        var refused = progress.checked(said.findings(), said.rules(), false);
        guard(LeaveState.REJECTED);
        return new LeaveRefusedByRule(to(
                refused.settled(LeaveState.REJECTED, LeaveOutcome.REFUSED_BY_RULE, verdict),
                by,
                at,
                codes(said.findings())));
    }

    /** Approved for the window that the rota has for it now. */
    LeaveApproved approve(LeaveVerdict said, Actor by, Instant at, @Nullable String comment) {
        guard(LeaveState.APPROVED);
        guardDecider(by);
        var verdict = Progress.Verdict.of(by, at, comment);
        var checked = progress.checked(said.findings(), said.rules(), true);
        var approved = checked.settled(LeaveState.APPROVED, LeaveOutcome.APPROVED, verdict);
        var now = said.impact().cut().window();
        var moved = new LeaveRequest(id, number, applicant, form, now, createdAt, approved, version + 1);
        return new LeaveApproved(new LeaveChange(this, moved, by, at, comment));
    }

    /** The approver said yes, but the rota has changed so that the rules now say no: it waits on, with the reason. */
    LeaveHeldBack holdBack(LeaveVerdict said, Actor by, Instant at) {
        guardPending();
        guardDecider(by);
        return new LeaveHeldBack(
                to(progress.checked(said.findings(), said.rules(), true), by, at, codes(said.findings())));
    }

    LeaveRejected reject(Actor by, Instant at, String comment) {
        guard(LeaveState.REJECTED);
        guardDecider(by);
        var verdict = Progress.Verdict.of(by, at, comment);
        return new LeaveRejected(
                to(progress.settled(LeaveState.REJECTED, LeaveOutcome.REJECTED, verdict), by, at, comment));
    }

    /** The person changed plans; possible until the leave begins. */
    LeaveWithdrawn withdraw(Actor by, Instant at, @Nullable String comment) {
        guardWithdrawal(by);
        var verdict = Progress.Verdict.of(by, at, comment);
        return new LeaveWithdrawn(
                to(progress.settled(LeaveState.CANCELLED, LeaveOutcome.WITHDRAWN, verdict), by, at, comment));
    }

    /** Nobody decided before it would have begun. */
    LeaveExpired expire(Actor by, Instant at) {
        guardPending();
        var verdict = Progress.Verdict.of(by, at, null);
        return new LeaveExpired(
                to(progress.settled(LeaveState.CANCELLED, LeaveOutcome.EXPIRED, verdict), by, at, null));
    }

    LeaveReminded remind(Actor by, Instant at) {
        guardPending();
        return new LeaveReminded(to(progress, by, at, null));
    }

    LeaveEscalated escalate(Actor by, Instant at) {
        guardPending();
        return new LeaveEscalated(to(progress.withEscalation(), by, at, null));
    }

    LeaveBegun begin(Actor by, Instant at) {
        guardApproved();
        return new LeaveBegun(to(progress.withBeginning(), by, at, null));
    }

    LeaveTaken end(Actor by, Instant at) {
        guardApproved();
        return new LeaveTaken(to(progress.withOutcome(LeaveOutcome.TAKEN), by, at, null));
    }

    /** 403 unless this person may decide: leads the department, is not the applicant, outranks who leads it. */
    void guardDecider(Actor by) {
        if (by.id().equals(applicant.id())) {
            throw Problem.forbidden("leave_own_request");
        }
        boolean may = applicant.forAdmins() ? by.is(Role.ADMIN) : by.leads(applicant.department());
        if (!may) {
            throw Problem.forbidden("forbidden");
        }
    }

    void guardWithdrawal(Actor by) {
        if (!by.id().equals(applicant.id())) {
            throw Problem.forbidden("forbidden");
        }
        if (progress.begun()) {
            throw Problem.conflict("leave_begun");
        }
        guard(LeaveState.CANCELLED);
    }

    /** Whether this person may see it: the applicant and whoever decides about it. */
    boolean isVisibleTo(Actor reader) {
        return reader.id().equals(applicant.id()) || reader.leads(applicant.department());
    }

    private void guardPending() {
        if (!isPending()) {
            throw Problem.conflict("leave_decided");
        }
    }

    private void guardApproved() {
        if (state() != LeaveState.APPROVED) {
            throw Problem.conflict("leave_not_approved");
        }
    }

    private void guard(LeaveState next) {
        if (!state().mayBecome(next)) {
            throw Problem.conflict("leave_decided");
        }
    }

    private LeaveChange to(Progress next, Actor by, Instant at, @Nullable String comment) {
        var moved = new LeaveRequest(id, number, applicant, form, window, createdAt, next, version + 1);
        return new LeaveChange(this, moved, by, at, comment);
    }

    private static String codes(List<Finding> findings) {
        return String.join(
                ", ",
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.BLOCKS)
                        .map(finding -> finding.reason().code())
                        .toList());
    }
}
