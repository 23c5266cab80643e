package io.baton.rota;

import io.baton.kernel.CurrentActor;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that agents' rota changed, once for each of them. */
@Component
class Announcer {

    private final ApplicationEventPublisher events;
    private final CurrentActor current;

    Announcer(ApplicationEventPublisher events, CurrentActor current) {
        this.events = events;
        this.current = current;
    }

    void changed(Collection<Assignment> rows) {
        var tenant = current.tenant();
        rows.stream()
                .collect(Collectors.groupingBy(
                        Assignment::agentId, Collectors.mapping(Assignment::day, Collectors.toSet())))
                .forEach((agent, days) -> events.publishEvent(new AssignmentChanged(tenant, agent, days)));
    }
}
