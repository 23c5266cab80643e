package io.baton.rota;

import io.baton.kernel.Tenant;
import java.time.LocalDate;
import java.util.Set;

/** The rota of an agent is another one than before on these rota days. */
public record AssignmentChanged(Tenant tenant, String agentId, Set<LocalDate> days) {

    public AssignmentChanged {
        days = Set.copyOf(days);
    }
}
