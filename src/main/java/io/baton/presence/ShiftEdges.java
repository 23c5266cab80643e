package io.baton.presence;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.AgentAbsent;
import io.baton.rota.AgentReturned;
import io.baton.rota.AssignmentChanged;
import io.baton.rota.ShiftBegan;
import io.baton.rota.ShiftEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Changes lights when the rota does, and not only when somebody connects. */
@Component
class ShiftEdges {

    private final Transitions transitions;
    private final Replanned replanned;
    private final OnShift onShift;
    private final TenantScope scope;

    ShiftEdges(Transitions transitions, Replanned replanned, OnShift onShift, TenantScope scope) {
        this.transitions = transitions;
        this.replanned = replanned;
        this.onShift = onShift;
        this.scope = scope;
    }

    @EventListener
    void on(ShiftBegan event) {
        announce(event.tenant(), event.agentId(), true);
    }

    @EventListener
    void on(ShiftEnded event) {
        announce(event.tenant(), event.agentId(), false);
    }

    @EventListener
    void on(AgentAbsent event) {
        announce(event.tenant(), event.agentId(), false);
    }

    /** Back from leave is not yet on shift: the rota says which. */
    @EventListener
    void on(AgentReturned event) {
        scope.run(event.tenant(), () -> {
            if (onShift.now().contains(event.agentId())) {
                announce(event.tenant(), event.agentId(), true);
            }
        });
    }

    @EventListener
    void on(AssignmentChanged event) {
        AfterCommit.run(() -> replanned.note(event.tenant(), event.agentId(), event.days()));
    }

    private void announce(Tenant tenant, String agent, boolean began) {
        scope.run(tenant, () -> transitions.shift(tenant, agent, began));
    }
}
