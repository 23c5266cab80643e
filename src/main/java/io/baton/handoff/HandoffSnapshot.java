package io.baton.handoff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handoff at one moment.
 *
 * @param offer the agent who is asked or who serves; absent in the queue
 * @param trail what happened on the way that later steps need
 */
public record HandoffSnapshot(
        UUID id,
        HandoffState state,
        Ask ask,
        Place place,
        @Nullable Offer offer,
        Trail trail,
        Outcome outcome) {

    /**
     * @param misses offers that were rejected or not answered
     * @param transferTo the agent a served conversation is on its way to
     * @param customerLost whether the customer's connection is gone
     * @param note what the agent wrote to the newest rejection or transfer; never leaves our own tables
     */
    public record Trail(
            int misses,
            @Nullable String transferTo,
            boolean customerLost,
            @Nullable String note) {
        static final Trail NONE = new Trail(0, null, false, null);

        Trail missed() {
            return new Trail(misses + 1, null, customerLost, note);
        }

        Trail transfer(@Nullable String agent) {
            return new Trail(misses, agent, customerLost, note);
        }

        Trail customerLost(boolean lost) {
            return new Trail(misses, transferTo, lost, note);
        }

        Trail noted(String text) {
            return new Trail(misses, transferTo, customerLost, text);
        }
    }

    public @Nullable String agentId() {
        return offer == null ? null : offer.agentId();
    }

    HandoffSnapshot with(Trail changed) {
        return new HandoffSnapshot(id, state, ask, place, offer, changed, outcome);
    }

    HandoffSnapshot with(Place changed) {
        return new HandoffSnapshot(id, state, ask, changed, offer, trail, outcome);
    }

    HandoffSnapshot with(@Nullable Offer changed) {
        return new HandoffSnapshot(id, state, ask, place, changed, trail, outcome);
    }

    HandoffSnapshot with(Outcome changed) {
        return new HandoffSnapshot(id, state, ask, place, offer, trail, changed);
    }

    HandoffSnapshot in(HandoffState changed) {
        return new HandoffSnapshot(id, changed, ask, place, offer, trail, outcome);
    }
}
