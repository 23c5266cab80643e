package io.baton.handoff;

import io.baton.identity.TenantSettings;
import java.time.Duration;

/**
 * What a tenant calls good service.
 *
 * @param within how long a request may wait for an agent
 * @param atOnce how soon somebody who leaves says nothing about the floor
 * @param goalPercent the share of requests to be answered within it
 */
record ServiceTerms(Duration within, Duration atOnce, int goalPercent) {

    /** 80 of a hundred is the goal most floors are run by. */
    private static final int GOAL = 80;

    static ServiceTerms of(TenantSettings settings) {
        return new ServiceTerms(
                settings.duration("handoff.service-level", Duration.ofSeconds(15)),
                settings.duration("handoff.short-abandon", Duration.ofSeconds(5)),
                settings.number("handoff.service-level-goal", GOAL));
    }
}
