package io.baton.handoff;

import io.baton.chat.Readers;
import io.baton.ticket.Tickets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets those who may work on a ticket read what was said in its conversation. */
@Component
class TicketReaders implements Readers {

    private final Tickets tickets;

    TicketReaders(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public boolean mayRead(UUID conversation) {
        return tickets.concerns(conversation);
    }
}
