package io.baton.ticket;

import java.util.UUID;

/** What a ticket is to be about; a blank subject is replaced by the reason. */
public record NewTicket(UUID conversationId, Customer customer, String subject, String reason, String department) {

    /** Who waits for the answer. */
    public record Customer(String id, String name) {}

    public NewTicket {
        subject = subject.isBlank() ? reason : subject;
    }
}
