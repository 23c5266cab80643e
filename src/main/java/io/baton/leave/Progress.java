package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.rota.Half;
import io.baton.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come.
 *
 * @param admitted the rules let it pass; from then on it keeps its half days
 * @param escalated administrators are asked as well
 * @param begun the person is away, or was
 * @param findings what the rules said last
 * @param rules the version of the rule book that said it
 * @param endorsed who approved for the department while an administrator is still asked
 * @param extension what is asked for beyond the end and not decided yet
 */
public record Progress(
        LeaveState state,
        @Nullable LeaveOutcome outcome,
        boolean admitted,
        boolean escalated,
        boolean begun,
        List<Finding> findings,
        String rules,
        @Nullable Verdict decided,
        @Nullable Verdict endorsed,
        @Nullable Extension extension) {

    /** Who settled it, when, and with which words. */
    public record Verdict(
            String by, String byName, Instant at, @Nullable String comment) {

        static Verdict of(Actor actor, Instant at, @Nullable String comment) {
            return new Verdict(actor.id(), actor.name(), at, comment);
        }
    }

    /** A later end, and why. */
    public record Extension(LocalDate day, Half half, String reason) {}

    static final Progress NEW =
            new Progress(LeaveState.PENDING, null, false, false, false, List.of(), "", null, null, null);

    public Progress {
        findings = List.copyOf(findings);
    }

    Progress checked(List<Finding> said, String version, boolean passed) {
        return new Progress(
                state, outcome, admitted || passed, escalated, begun, said, version, decided, endorsed, extension);
    }

    Progress settled(LeaveState next, LeaveOutcome how, Verdict verdict) {
        return new Progress(next, how, admitted, escalated, begun, findings, rules, verdict, endorsed, extension);
    }

    Progress withOutcome(LeaveOutcome how) {
        return new Progress(state, how, admitted, escalated, begun, findings, rules, decided, endorsed, extension);
    }

    Progress withEscalation() {
        return new Progress(state, outcome, admitted, true, begun, findings, rules, decided, endorsed, extension);
    }

    Progress withBeginning() {
        return new Progress(state, outcome, admitted, escalated, true, findings, rules, decided, endorsed, extension);
    }

    Progress withEndorsement(@Nullable Verdict verdict) {
        return new Progress(state, outcome, admitted, escalated, begun, findings, rules, decided, verdict, extension);
    }

    Progress withExtension(@Nullable Extension wish) {
        return new Progress(state, outcome, admitted, escalated, begun, findings, rules, decided, endorsed, wish);
    }
}
