package io.baton.ticket;

import java.util.UUID;

/**
 * What a ticket is about; a blank subject is replaced by the reason. Of a ticket that is there, department and priority are
 * those of now.
 */
public record NewTicket(
        UUID conversationId,
        Customer customer,
        String subject,
        String reason,
        String department,
        TicketPriority priority) {

    /** Who waits for the answer. */
    public record Customer(String id, String name) {}

    public NewTicket {
        subject = subject.isBlank() ? reason : subject;
    }

    NewTicket in(String other) {
        return new NewTicket(conversationId, customer, subject, reason, other, priority);
    }

    NewTicket with(TicketPriority other) {
        return new NewTicket(conversationId, customer, subject, reason, department, other);
    }
}
