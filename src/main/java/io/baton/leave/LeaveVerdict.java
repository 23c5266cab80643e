package io.baton.leave;

import io.baton.rota.LeaveImpact;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about a request, and what they saw.
 *
 * @param rules the version of the rule book
 * @param balance of the type asked for, this request not counted; absent for types that are not counted
 */
public record LeaveVerdict(
        List<Finding> findings,
        String rules,
        LeaveImpact impact,
        List<TouchedShift> touched,
        List<LeaveFacts.HalfHour> halfHours,
        @Nullable Balance balance) {

    public LeaveVerdict {
        findings = List.copyOf(findings);
    }

    public boolean isAllowed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKS);
    }
}
