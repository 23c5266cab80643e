package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares what was announced with the leases: notes up to when people were seen, ends what a node left open that died
 * together with the memory of Redis, and finds who is here although announced lost.
 */
@Component
class Reconciler {

    private final EveryTenant tenants;
    private final SurvivingLeases leases;
    private final Intervals intervals;
    private final Transitions transitions;
    private final Clock clock;

    Reconciler(EveryTenant tenants, SurvivingLeases leases, Intervals intervals, Transitions transitions, Clock clock) {
        this.tenants = tenants;
        this.leases = leases;
        this.intervals = intervals;
        this.transitions = transitions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void reconcile() {
        tenants.each("compare presence", this::reconcile);
    }

    void reconcile(Tenant tenant) {
        var open = intervals.open();
        var people = new HashSet<>(open.keySet());
        people.addAll(leases.here(tenant));
        var reading = leases.read(tenant, people);
        var now = clock.instant();
        var seen = new HashMap<String, Instant>();
        for (var person : people) {
            var noted = open.get(person);
            if (reading.isLive(person)) {
                seen.put(person, now.plus(reading.left().getOrDefault(person, Presence.LEASE)));
            }
            if (noted == null) {
                transitions.settle(tenant, person, false, now);
            } else if (!reading.isLive(person) && !noted.isAfter(now)) {
                transitions.settle(tenant, person, false, noted);
            }
        }
        intervals.seen(seen);
    }
}
