package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.AgentAbsent;
import io.baton.rota.AgentReturned;
import io.baton.rota.ShiftBegan;
import io.baton.rota.ShiftEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Changes lights when the rota does, and not only when somebody connects. */
@Component
class ShiftEdges {

    private final Presence presence;
    private final TenantScope scope;

    ShiftEdges(Presence presence, TenantScope scope) {
        this.presence = presence;
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
            if (presence.of(event.agentId()).onShift()) {
                presence.announceShift(event.agentId(), true);
            }
        });
    }

    private void announce(Tenant tenant, String agent, boolean began) {
        scope.run(tenant, () -> presence.announceShift(agent, began));
    }
}
