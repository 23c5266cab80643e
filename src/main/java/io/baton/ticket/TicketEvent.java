package io.baton.ticket;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something that happened to a ticket; each is written to the trail in the same transaction. */
public sealed interface TicketEvent extends Changed
        permits TicketOpened,
                TicketAssigned,
                TicketReleased,
                TicketMoved,
                TicketPended,
                TicketSolved,
                TicketReopened,
                TicketReplied,
                TicketClosed,
                TicketPrioritized,
                TicketContactLeft,
                TicketNoted {

    @Override
    TicketChange change();

    default Ticket ticket() {
        return change().ticket();
    }

    @Override
    default String kind() {
        return "ticket";
    }

    @Override
    default String subjectId() {
        return ticket().id().toString();
    }

    /** Who has it, or had it until this happened. */
    @Override
    default @Nullable String owner() {
        var was = change().was();
        var had = ticket().assignee() == null && was != null ? was.assignee() : ticket().assignee();
        return had == null ? null : had.id();
    }

    @Override
    default String department() {
        return ticket().about().department();
    }

    @Override
    default @Nullable String before() {
        var was = change().was();
        return was == null ? null : was.state().name();
    }

    @Override
    default String after() {
        return ticket().state().name();
    }
}
