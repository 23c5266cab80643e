package io.baton.ticket;

import java.util.Map;

/**
 * How many of the tickets that a reader may see there are; those that are closed are not counted.
 *
 * @param states how many are in which state
 * @param mine those the reader works on
 * @param overdue those whose time is over while the customer waits
 */
public record TicketCounts(Map<TicketState, Integer> states, int mine, int overdue) {

    public TicketCounts {
        states = Map.copyOf(states);
    }
}
