package io.baton.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Who is to have a ticket.
 *
 * @param assignee absent for the group
 * @param department absent for the one it is in
 */
public record TicketAssignment(
        @Nullable String assignee, @Nullable String department) {}
