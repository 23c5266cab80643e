package io.baton.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
     * @param transfer the agent a served conversation is on its way to
     * @param customerLost whether the customer's connection is gone
     * @param note what the agent wrote to the newest rejection or transfer; never leaves our own tables
     */
    public record Trail(
            int misses,
            @Nullable Transfer transfer,
            boolean customerLost,
            @Nullable String note) {
        static final Trail NONE = new Trail(0, null, false, null);

        Trail missed() {
            return new Trail(misses + 1, null, customerLost, note);
        }

        Trail with(@Nullable Transfer asked) {
            return new Trail(misses, asked, customerLost, note);
        }

        public @Nullable String transferTo() {
            return transfer == null ? null : transfer.agentId();
        }

        Trail customerLost(boolean lost) {
            return new Trail(misses, transfer, lost, note);
        }

        Trail noted(String text) {
            return new Trail(misses, transfer, customerLost, text);
        }
    }

    /** Another agent is asked to take over, and may answer until then. */
    public record Transfer(String agentId, Instant askedAt, Instant until) {}

    /** Who holds a seat for it: the agent, and who is asked to take it over. */
    List<String> holders() {
        return Stream.of(agentId(), trail.transferTo()).filter(Objects::nonNull).toList();
    }

    public @Nullable String agentId() {
        return offer == null ? null : offer.agentId();
    }

    HandoffSnapshot with(Ask changed) {
        return new HandoffSnapshot(id, state, changed, place, offer, trail, outcome);
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
