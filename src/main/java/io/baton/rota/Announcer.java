package io.baton.rota;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Recorded;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that agents' rota changed, once for each of them; and the trail, once for each department. */
@Component
class Announcer {

    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;

    Announcer(ApplicationEventPublisher events, CurrentActor current, Clock clock) {
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    void planned(List<Assignment> rows, Map<String, Agent> people) {
        record(rows, people, ShiftsPlanned::new);
        changed(rows);
    }

    void removed(List<Assignment> rows, Map<String, Agent> people) {
        record(rows, people, ShiftsRemoved::new);
        changed(rows);
    }

    private void record(List<Assignment> rows, Map<String, Agent> people, Function<RotaChange, Recorded> event) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(people.get(row.agentId())).department()))
                .forEach((department, own) -> events.publishEvent(
                        event.apply(RotaChange.of(own, department, current.get(), clock.instant()))));
    }

    void changed(Collection<Assignment> rows) {
        var tenant = current.tenant();
        rows.stream()
                .collect(Collectors.groupingBy(
                        Assignment::agentId, Collectors.mapping(Assignment::day, Collectors.toSet())))
                .forEach((agent, days) -> events.publishEvent(new AssignmentChanged(tenant, agent, days)));
    }
}
