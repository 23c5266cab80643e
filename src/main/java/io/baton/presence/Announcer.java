package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of changes, within the transaction in which they are written down, so that listeners that must not miss one get it
 * through the publication registry.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Announcer {

    private final ApplicationEventPublisher events;
    private final Agents agents;

    Announcer(ApplicationEventPublisher events, Agents agents) {
        this.events = events;
        this.agents = agents;
    }

    public void back(Tenant tenant, String person, Status before, Status after) {
        events.publishEvent(new AgentBack(tenant, person));
        changed(tenant, person, before, after);
    }

    public void lost(Tenant tenant, String person, boolean clean, Status before, Status after) {
        events.publishEvent(new AgentLost(tenant, person, clean));
        changed(tenant, person, before, after);
    }

    public void changed(Tenant tenant, String person, Status before, Status after) {
        if (!before.equals(after)) {
            events.publishEvent(new PresenceChanged(tenant, person, department(person), before, after));
        }
    }

    public void missing(Tenant tenant, String person, Instant since) {
        events.publishEvent(new AgentMissing(tenant, person, department(person), since));
    }

    private @Nullable String department(String person) {
        return agents.find(person).map(Agent::department).orElse(null);
    }
}
