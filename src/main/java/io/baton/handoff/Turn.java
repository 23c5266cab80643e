package io.baton.handoff;

import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who acts, when, and how the tenant wants it. */
@Component
class Turn {

    private final CurrentActor current;
    private final Tenants tenants;
    private final Reachability reachability;
    private final Clock clock;

    Turn(CurrentActor current, Tenants tenants, Reachability reachability, Clock clock) {
        this.current = current;
        this.tenants = tenants;
        this.reachability = reachability;
        this.clock = clock;
    }

    Actor actor() {
        return current.get();
    }

    Tenant who() {
        return current.tenant();
    }

    String tenant() {
        return who().id();
    }

    Instant now() {
        return Instant.now(clock);
    }

    TenantSettings settings() {
        return tenants.settings(who());
    }

    Deadlines deadlines() {
        return new Deadlines(settings());
    }

    /** Until when somebody is looked for in a department. */
    Instant giveUpAt(String department) {
        return reachability.giveUpAt(department);
    }

    Duration setting(String key, Duration fallback) {
        return settings().duration(key, fallback);
    }
}
