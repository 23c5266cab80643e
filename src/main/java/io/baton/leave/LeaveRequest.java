package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.TimeWindow;
import io.baton.rota.HalfDays;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for leave. Each move is one method: it refuses what the state does not allow, and returns the event that
 * carries the request as it is afterwards; saving the event is the only way to change a request.
 *
 * @param window from when to when the person is away
 * @param cost what it costs of a balance, in days with half days
 * @param version counts the moves; a save from an older version is refused
 */
public record LeaveRequest(
        UUID id,
        String number,
        Applicant applicant,
        LeaveForm form,
        TimeWindow window,
        BigDecimal cost,
        Instant createdAt,
        Progress progress,
        long version) {

    static LeaveRequested request(
            UUID id, String number, Applicant applicant, LeaveForm form, Extent extent, Actor by, Instant at) {
        var leave = new LeaveRequest(id, number, applicant, form, extent.window(), extent.cost(), at, Progress.NEW, 0);
        return new LeaveRequested(new LeaveChange(null, leave, by, at, null));
    }

    /** How much time it takes: when by the rota, and how many days of a balance. */
    record Extent(TimeWindow window, BigDecimal cost) {}

    public LeaveState state() {
        return progress.state();
    }

    /** Whether it runs the process for several days; early returns make some of these short. */
    public boolean isPeriod() {
        return form.isPeriod() || progress.outcome() == LeaveOutcome.RETURNED_EARLY;
    }

    public boolean isPending() {
        return state() == LeaveState.PENDING;
    }

    /** Its working days were counted. */
    LeaveCounted count(LeaveSplit split, Actor by, Instant at) {
        guardPending();
        var extent = new Extent(window, split.cost());
        return new LeaveCounted(to(form, extent, progress, by, at, split.cost().toPlainString()));
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

    /** The department says yes, and an administrator is still asked. */
    LeaveEndorsed endorse(Actor by, Instant at, @Nullable String comment) {
        guardPending();
        guardDecider(by);
        return new LeaveEndorsed(to(progress.withEndorsement(Progress.Verdict.of(by, at, comment)), by, at, comment));
    }

    /** Approved for the window that the rota has for it now. */
    LeaveApproved approve(LeaveVerdict said, Actor by, Instant at, @Nullable String comment) {
        guard(LeaveState.APPROVED);
        guardDecider(by);
        var verdict = Progress.Verdict.of(by, at, comment);
        var checked = progress.checked(said.findings(), said.rules(), true);
        var approved = checked.settled(LeaveState.APPROVED, LeaveOutcome.APPROVED, verdict);
        var now = said.impact().cut().window();
        return new LeaveApproved(to(form, new Extent(now, cost), approved, by, at, comment));
    }

    /** The approver said yes, but the rota has changed so that the rules now say no: it waits on, with the reason. */
    LeaveHeldBack holdBack(LeaveVerdict said, Actor by, Instant at) {
        guardPending();
        guardDecider(by);
        var waiting = progress.checked(said.findings(), said.rules(), true).withEndorsement(null);
        return new LeaveHeldBack(to(waiting, by, at, codes(said.findings())));
    }

    LeaveRejected reject(Actor by, Instant at, String comment) {
        guard(LeaveState.REJECTED);
        guardDecider(by);
        var verdict = Progress.Verdict.of(by, at, comment);
        return new LeaveRejected(
                to(progress.settled(LeaveState.REJECTED, LeaveOutcome.REJECTED, verdict), by, at, comment));
    }

    /** The person changed plans; possible until the leave begins. */
    LeaveEvent withdraw(Actor by, Instant at, @Nullable String comment) {
        guardWithdrawal(by);
        var verdict = Progress.Verdict.of(by, at, comment);
        var change = to(progress.settled(LeaveState.CANCELLED, LeaveOutcome.WITHDRAWN, verdict), by, at, comment);
        return form.isPeriod() ? new PeriodLeaveWithdrawn(change) : new LeaveWithdrawn(change);
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

    /** Back before the end: what is left of it is what was taken. */
    PeriodLeaveReturnedEarly returnEarly(
            HalfDays taken, Extent extent, Actor by, Instant at, @Nullable String comment) {
        guardAway(by);
        var returned = progress.withOutcome(LeaveOutcome.RETURNED_EARLY).withExtension(null);
        return new PeriodLeaveReturnedEarly(to(form.withSpan(taken), extent, returned, by, at, comment));
    }

    PeriodLeaveExtensionRequested requestExtension(Progress.Extension wish, Actor by, Instant at) {
        guardAway(by);
        if (progress.extension() != null) {
            throw Problem.conflict("extension_pending");
        }
        return new PeriodLeaveExtensionRequested(to(progress.withExtension(wish), by, at, wish.reason()));
    }

    /** The rules have nothing against the added days. */
    LeaveExtensionAdmitted admitExtension(LeaveVerdict said, Actor by, Instant at) {
        guardExtension();
        return new LeaveExtensionAdmitted(to(progress.checked(said.findings(), said.rules(), true), by, at, null));
    }

    LeaveExtended extend(
            LeaveVerdict said, HalfDays whole, Extent extent, Actor by, Instant at, @Nullable String comment) {
        guardExtension();
        guardDecider(by);
        var extended = progress.checked(said.findings(), said.rules(), true).withExtension(null);
        return new LeaveExtended(to(form.withSpan(whole), extent, extended, by, at, comment));
    }

    LeaveExtensionHeldBack holdBackExtension(LeaveVerdict said, Actor by, Instant at) {
        guardExtension();
        guardDecider(by);
        return new LeaveExtensionHeldBack(
                to(progress.checked(said.findings(), said.rules(), true), by, at, codes(said.findings())));
    }

    /** @param said what the rules found, when it is they who refuse */
    LeaveExtensionRefused refuseExtension(
            LeaveExtensionRefused.Why why, List<Finding> said, Actor by, Instant at, @Nullable String comment) {
        if (progress.extension() == null) {
            throw Problem.conflict("extension_unknown");
        }
        if (why == LeaveExtensionRefused.Why.APPROVER) {
            guardDecider(by);
        }
        var refused = progress.checked(said, progress.rules(), true).withExtension(null);
        var words = why == LeaveExtensionRefused.Why.RULE ? codes(said) : comment;
        return new LeaveExtensionRefused(to(refused, by, at, words), why);
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
        boolean forAdmins = applicant.forAdmins() || (isPending() && progress.endorsed() != null);
        boolean may = forAdmins ? by.is(Role.ADMIN) : by.leads(applicant.department());
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

    /** 403 for others than the applicant; 409 unless the applicant is away on a leave of several days. */
    void guardAway(Actor by) {
        if (!by.id().equals(applicant.id())) {
            throw Problem.forbidden("forbidden");
        }
        if (!form.isPeriod()) {
            throw Problem.conflict("leave_of_a_day");
        }
        if (progress.outcome() != LeaveOutcome.APPROVED) {
            throw Problem.conflict(isPending() ? "leave_not_approved" : "leave_over");
        }
        if (!progress.begun()) {
            throw Problem.conflict("leave_not_begun");
        }
    }

    private void guardExtension() {
        if (progress.extension() == null) {
            throw Problem.conflict("extension_unknown");
        }
        if (progress.outcome() != LeaveOutcome.APPROVED) {
            throw Problem.conflict("leave_over");
        }
    }

    /** The same request as if this had been asked for. */
    LeaveRequest asking(LeaveForm other) {
        return new LeaveRequest(id, number, applicant, other, window, cost, createdAt, progress, version);
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
        return to(form, new Extent(window, cost), next, by, at, comment);
    }

    private LeaveChange to(
            LeaveForm asked, Extent extent, Progress next, Actor by, Instant at, @Nullable String comment) {
        var moved = new LeaveRequest(
                id, number, applicant, asked, extent.window(), extent.cost(), createdAt, next, version + 1);
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
