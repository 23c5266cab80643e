package io.baton.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the tickets that the reader may see.
 *
 * @param states any when empty
 * @param mine only those that the reader has
 * @param unassigned only those that nobody has
 * @param overdue only those whose time is over while the customer waits
 * @param text a number, or something that subject, customer or reason contain
 */
public record TicketFilter(
        Set<TicketState> states,
        boolean mine,
        boolean unassigned,
        @Nullable String department,
        @Nullable TicketPriority priority,
        boolean overdue,
        @Nullable String text) {

    private static final int TEXT = 100;
    private static final int DEPARTMENT = 60;

    public TicketFilter {
        states = Set.copyOf(states);
        department = Bounds.optional("department", department, DEPARTMENT);
        text = Bounds.optional("text", text, TEXT);
    }

    TicketFilter in(@Nullable String other) {
        return new TicketFilter(states, mine, unassigned, other, priority, overdue, text);
    }
}
