package io.baton.handoff.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baton.handoff.HandoffView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the customer is told right after asking: a place and the wait, or a ticket. */
sealed interface HandoffAnswer {

    /** The wait is null when no seat is served. */
    record Queued(UUID handoffId, int position, @Nullable Long estimatedWaitSeconds) implements HandoffAnswer {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ticketed(UUID handoffId, UUID ticketId, String ticketNumber) implements HandoffAnswer {}

    static HandoffAnswer of(HandoffView view) {
        var ticket = view.handoff().outcome().ticket();
        if (ticket != null) {
            return new Ticketed(view.handoff().id(), ticket.id(), ticket.number());
        }
        var position = view.position();
        return new Queued(view.handoff().id(), position == null ? 0 : position, view.estimatedWaitSeconds());
    }
}
