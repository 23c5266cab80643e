package io.baton.swap;

import io.baton.rules.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a swap has come.
 *
 * @param findings what the rules said last
 * @param rules the version of the rule book that said it
 * @param deadlines absent until it is admitted
 * @param settled absent while it is open
 */
public record SwapProgress(
        SwapState state,
        boolean escalated,
        List<Finding> findings,
        String rules,
        @Nullable Deadlines deadlines,
        @Nullable Verdict settled) {

    static final SwapProgress NEW = new SwapProgress(SwapState.PROPOSED, false, List.of(), "", null, null);

    public SwapProgress {
        findings = List.copyOf(findings);
    }

    SwapProgress checked(SwapVerdict said) {
        return new SwapProgress(state, escalated, said.findings(), said.rules(), deadlines, settled);
    }

    SwapProgress found(List<Finding> said) {
        return new SwapProgress(state, escalated, said, rules, deadlines, settled);
    }

    SwapProgress within(Deadlines times) {
        return new SwapProgress(state, escalated, findings, rules, times, settled);
    }

    SwapProgress withEscalation() {
        return new SwapProgress(state, true, findings, rules, deadlines, settled);
    }

    SwapProgress to(SwapState next) {
        return new SwapProgress(next, escalated, findings, rules, deadlines, settled);
    }

    SwapProgress settled(SwapState end, Verdict verdict) {
        return new SwapProgress(end, escalated, findings, rules, deadlines, verdict);
    }
}
