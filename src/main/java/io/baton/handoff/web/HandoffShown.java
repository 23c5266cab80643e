package io.baton.handoff.web;

import io.baton.handoff.HandoffScore;
import io.baton.handoff.HandoffSnapshot;
import io.baton.handoff.HandoffState;
import io.baton.handoff.HandoffView;
import io.baton.handoff.Priority;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A handoff as clients see it. */
record HandoffShown(
        UUID id,
        UUID conversationId,
        String customerName,
        String department,
        HandoffState state,
        String reason,
        Priority priority,
        Set<String> skills,
        @Nullable Integer position,
        @Nullable Long estimatedWaitSeconds,
        @Nullable String agentId,
        @Nullable String transferTo,
        @Nullable Instant transferUntil,
        @Nullable HandoffScore score,
        int misses,
        Instant createdAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant completedAt,
        @Nullable UUID ticketId) {

    static HandoffShown of(HandoffSnapshot handoff) {
        return of(new HandoffView(handoff, null, null));
    }

    static HandoffShown of(HandoffView view) {
        var handoff = view.handoff();
        var offer = handoff.offer();
        var transfer = handoff.trail().transfer();
        var outcome = handoff.outcome();
        var ticket = outcome.ticket();
        return new HandoffShown(
                handoff.id(),
                handoff.ask().conversationId(),
                handoff.ask().customer().name(),
                handoff.place().department(),
                handoff.state(),
                handoff.ask().reason(),
                handoff.place().priority(),
                handoff.ask().skills(),
                view.position(),
                view.estimatedWaitSeconds(),
                handoff.agentId(),
                handoff.trail().transferTo(),
                transfer == null ? null : transfer.until(),
                offer == null ? null : offer.score(),
                handoff.trail().misses(),
                handoff.place().requestedAt(),
                outcome.acceptedAt(),
                outcome.endedAt(),
                ticket == null ? null : ticket.id());
    }
}
