package io.baton.rota;

import io.baton.rules.Severity;
import java.util.List;

/**
 * What planning came to.
 *
 * @param created what was written, or, when it was only asked, what would be; nothing when all was wanted and not all can
 *     be had
 * @param conflicts what stands against shifts, and warnings about those that nothing stands against
 */
public record PlanningResult(List<Assignment> created, List<PlanningConflict> conflicts) {

    public PlanningResult {
        created = List.copyOf(created);
        conflicts = List.copyOf(conflicts);
    }

    /** Whether something stands against at least one of the shifts. */
    public boolean isBlocked() {
        return conflicts.stream().anyMatch(conflict -> conflict.finding().severity() == Severity.BLOCKS);
    }
}
