package io.baton.handoff.web;

import io.baton.handoff.HandoffState;
import io.baton.handoff.HandoffView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the newest request of a conversation stands, in what a customer may know of it. */
record HandoffStanding(
        UUID id,
        HandoffState state,
        @Nullable Integer position,
        @Nullable Long estimatedWaitSeconds,
        @Nullable UUID ticketId,
        @Nullable String ticketNumber) {

    static HandoffStanding of(HandoffView view) {
        var handoff = view.handoff();
        var ticket = handoff.outcome().ticket();
        return new HandoffStanding(
                handoff.id(),
                handoff.state(),
                view.position(),
                view.estimatedWaitSeconds(),
                ticket == null ? null : ticket.id(),
                ticket == null ? null : ticket.number());
    }
}
