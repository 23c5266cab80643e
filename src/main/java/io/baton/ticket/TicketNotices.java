package io.baton.ticket;

import io.baton.identity.Directory;
import io.baton.kernel.NoticeRaised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the managers of a department that a customer waits for an answer. */
@Component
class TicketNotices {

    private final Directory directory;
    private final ApplicationEventPublisher events;

    TicketNotices(Directory directory, ApplicationEventPublisher events) {
        this.directory = directory;
        this.events = events;
    }

    @EventListener
    void on(TicketOpened event) {
        var ticket = event.ticket();
        var zh = "新工单 " + ticket.number();
        var en = "New ticket " + ticket.number();
        directory
                .managers(ticket.about().department())
                .forEach(manager -> events.publishEvent(new NoticeRaised(
                        event.actor().tenant(),
                        manager.id(),
                        "ticket.opened",
                        zh,
                        en,
                        "/desk/tickets/" + ticket.id())));
    }
}
