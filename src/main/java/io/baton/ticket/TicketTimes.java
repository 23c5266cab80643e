package io.baton.ticket;

import java.time.Duration;
import java.time.Instant;

/**
 * When what happened to a ticket.
 *
 * @param stateSince since when it is in its state
 * @param waitingSince since when the customer waits for an answer; what is due counts from then
 */
public record TicketTimes(Instant createdAt, Instant stateSince, Instant waitingSince, Instant dueAt) {

    static TicketTimes opening(Instant at, Duration term) {
        return new TicketTimes(at, at, at, at.plus(term));
    }

    TicketTimes moved(Instant at) {
        return new TicketTimes(createdAt, at, waitingSince, dueAt);
    }

    TicketTimes waitingAgain(Instant at, Duration term) {
        return new TicketTimes(createdAt, at, at, at.plus(term));
    }

    TicketTimes due(Duration term) {
        return new TicketTimes(createdAt, stateSince, waitingSince, waitingSince.plus(term));
    }
}
