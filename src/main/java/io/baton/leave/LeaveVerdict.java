package io.baton.leave;

import io.baton.rota.LeaveImpact;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.util.List;

/**
 * What the rules say about a request, and what they saw.
 *
 * @param rules the version of the rule book
 * @param shares what it takes of the balances of the type asked for; none for types that are not counted
 */
public record LeaveVerdict(
        List<Finding> findings,
        String rules,
        LeaveImpact impact,
        LeaveSplit split,
        List<TouchedShift> touched,
        List<LeaveFacts.HalfHour> halfHours,
        List<BalanceShare> shares) {

    /** The code by which the rules ask for an administrator as well. */
    private static final String CONFIRMATION = "confirmation_needed";

    public LeaveVerdict {
        findings = List.copyOf(findings);
        shares = List.copyOf(shares);
    }

    /** Whether the department's word is not enough. */
    static boolean needsConfirmation(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> CONFIRMATION.equals(finding.reason().code()));
    }

    public boolean isAllowed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKS);
    }
}
