package io.baton.presence;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks several times a minute for who is missing. */
@Component
class MissingWatch {

    private final EveryTenant tenants;
    private final Missing missing;
    private final Clock clock;

    MissingWatch(EveryTenant tenants, Missing missing, Clock clock) {
        this.tenants = tenants;
        this.missing = missing;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
    void look() {
        tenants.each("look for the missing", tenant -> missing.raise(tenant, clock.instant()));
    }
}
