package io.baton.ticket;

import io.baton.identity.Leads;
import io.baton.kernel.NoticeRaised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the managers of a department that a customer waits for an answer, and people what is theirs from now on. */
@Component
class TicketNotices {

    private final Leads leads;
    private final ApplicationEventPublisher events;

    TicketNotices(Leads leads, ApplicationEventPublisher events) {
        this.leads = leads;
        this.events = events;
    }

    @EventListener
    void on(TicketOpened event) {
        tellManagers(event, "ticket.opened", "新工单 ", "New ticket ");
    }

    @EventListener
    void on(TicketMoved event) {
        tellManagers(event, "ticket.moved", "转入本部门的工单 ", "Moved to your department: ticket ");
    }

    @EventListener
    void on(TicketAssigned event) {
        tellAssignee(event, "ticket.assigned", "已分配给您的工单 ", "Assigned to you: ticket ");
    }

    @EventListener
    void on(TicketReplied event) {
        tellAssignee(event, "ticket.replied", "客户有新回复的工单 ", "The customer wrote again: ticket ");
    }

    private void tellManagers(TicketEvent event, String kind, String zh, String en) {
        leads.managers(event.department()).stream()
                .filter(manager -> !manager.equals(event.actor().id()))
                .forEach(manager -> tell(event, manager, kind, zh, en));
    }

    private void tellAssignee(TicketEvent event, String kind, String zh, String en) {
        var assignee = event.ticket().assignee();
        if (assignee != null && !assignee.is(event.actor())) {
            tell(event, assignee.id(), kind, zh, en);
        }
    }

    private void tell(TicketEvent event, String person, String kind, String zh, String en) {
        var number = event.ticket().number();
        var link = "/desk/tickets/" + event.ticket().id();
        events.publishEvent(new NoticeRaised(event.actor().tenant(), person, kind, zh + number, en + number, link));
    }
}
