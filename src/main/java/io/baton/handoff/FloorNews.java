package io.baton.handoff;

import io.baton.chat.FloorChanged;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows whatever happens to handoffs: tells that the floor of a department has changed, and when somebody waits anew. */
@Component
class FloorNews {

    private final FloorTable table;
    private final ApplicationEventPublisher events;

    FloorNews(FloorTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    @EventListener
    void on(HandoffEvent event) {
        var before = event.change().before();
        var after = event.handoff();
        if (before != null && after.state().waits() && !before.state().waits()) {
            table.queuedAgain(after.id(), event.at());
        }
        var departments = new HashSet<>(List.of(after.place().department()));
        if (before != null) {
            departments.add(before.place().department());
        }
        var tenant = event.actor().tenant();
        departments.forEach(department -> events.publishEvent(new FloorChanged(tenant, department)));
    }
}
