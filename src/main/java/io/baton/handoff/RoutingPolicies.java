package io.baton.handoff;

import io.baton.identity.Directory;
import io.baton.identity.TransactionMemo;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows how departments are routed, and changes it; checks no rights: the callers do. Refuses a department that does not exist (404
 * {@code department_unknown}), spans that overlap (422), and with 412 {@code changed_meanwhile} who has seen another version
 * than that of now. A change applies to requests that come after it.
 */
@Component
@Transactional
public class RoutingPolicies {

    private final RoutingPolicyTable table;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;
    private final TransactionMemo<String, RoutingPolicy> known = new TransactionMemo<>(this::read);

    RoutingPolicies(
            RoutingPolicyTable table,
            Directory directory,
            ApplicationEventPublisher events,
            CurrentActor current,
            Clock clock) {
        this.table = table;
        this.directory = directory;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public RoutingPolicy find(String department) {
        requireKnown(department);
        return of(department);
    }

    /** Puts the policy in the place of the one whose version it carries. */
    public RoutingPolicy put(RoutingPolicy wanted) {
        requireKnown(wanted.department());
        var hours = wanted.hours();
        if (hours != null && hours.overlaps()) {
            throw Problem.invalid("week", "has spans at the same time");
        }
        var before = read(wanted.department());
        if (before.version() != wanted.version() || !table.replace(wanted)) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
        var after = read(wanted.department());
        events.publishEvent(new RoutingPolicyChanged(current.get(), before, after, clock.instant()));
        return after;
    }

    /** Looked up once in a transaction. */
    RoutingPolicy of(String department) {
        return known.get(department);
    }

    private RoutingPolicy read(String department) {
        return table.find(department).orElseGet(() -> RoutingPolicy.unchanged(department));
    }

    private void requireKnown(String department) {
        if (directory.department(department).isEmpty()) {
            throw Problem.notFound("department_unknown");
        }
    }
}
