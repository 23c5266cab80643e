package io.baton.ticket;

import java.util.Set;

/** Where a ticket stands; knows what may come next. */
public enum TicketState {
    /** Nobody has it. */
    NEW,
    /** Its assignee works on it. */
    OPEN,
    /** It waits for the customer. */
    PENDING,
    /** It is answered; it may be reopened. */
    SOLVED,
    /** It is over for good. */
    CLOSED;

    public boolean mayBecome(TicketState next) {
        return successors().contains(next);
    }

    /** Whether there is something to do: by somebody who works here, or by the customer. */
    public boolean isActive() {
        return this == NEW || this == OPEN || this == PENDING;
    }

    /** Whether the customer waits for an answer. */
    public boolean awaitsAnswer() {
        return this == NEW || this == OPEN;
    }

    Set<TicketState> successors() {
        return switch (this) {
            case NEW -> Set.of(OPEN, CLOSED);
            case OPEN -> Set.of(NEW, PENDING, SOLVED, CLOSED);
            case PENDING -> Set.of(NEW, OPEN, SOLVED, CLOSED);
            case SOLVED -> Set.of(OPEN, CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
