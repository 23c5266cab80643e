package io.baton.presence;

import io.baton.kernel.Tenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of changes in a transaction, so that listeners that must not miss one get it through the publication registry. */
@Component
class Announcer {

    private final ApplicationEventPublisher events;

    Announcer(ApplicationEventPublisher events) {
        this.events = events;
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
            events.publishEvent(new PresenceChanged(tenant, person, before, after));
        }
    }
}
