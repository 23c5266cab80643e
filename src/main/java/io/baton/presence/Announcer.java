package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of changes in a transaction, so that listeners that must not miss one get it through the publication registry. */
@Component
class Announcer {

    private final ApplicationEventPublisher events;
    private final Agents agents;

    Announcer(ApplicationEventPublisher events, Agents agents) {
        this.events = events;
        this.agents = agents;
    }

    @Transactional
    public void back(Tenant tenant, String person, Status before, Status after) {
        events.publishEvent(new AgentBack(tenant, person));
        changed(tenant, person, before, after);
    }

    @Transactional
    public void lost(Tenant tenant, String person, boolean clean, Status before, Status after) {
        events.publishEvent(new AgentLost(tenant, person, clean));
        changed(tenant, person, before, after);
    }

    @Transactional
    public void changed(Tenant tenant, String person, Status before, Status after) {
        if (!before.equals(after)) {
            var department = agents.find(person).map(Agent::department).orElse(null);
            events.publishEvent(new PresenceChanged(tenant, person, department, before, after));
        }
    }
}
