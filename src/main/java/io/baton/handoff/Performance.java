package io.baton.handoff;

import static io.baton.handoff.QualityTable.Kind.RATING;
import static io.baton.handoff.QualityTable.Kind.RESOLUTION;
import static io.baton.handoff.QualityTable.Kind.RESPONSE;

import io.baton.chat.ConversationRated;
import io.baton.chat.Conversations;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Learns from what happened how well agents serve, see {@link Quality}, in the transaction in which it happens. A customer
 * who went away says nothing of the resolution, and nobody is blamed for an offer that was not taken.
 */
@Component
class Performance {

    private static final Duration TARGET = Duration.ofSeconds(15);
    private static final Duration SAME_MATTER = Duration.ofHours(24);

    private final QualityTable quality;
    private final HandoffTable handoffs;
    private final Conversations conversations;
    private final Turn turn;

    Performance(QualityTable quality, HandoffTable handoffs, Conversations conversations, Turn turn) {
        this.quality = quality;
        this.handoffs = handoffs;
        this.conversations = conversations;
        this.turn = turn;
    }

    /**
     * Somebody asks, perhaps about the same matter again. To be said last in a transaction: to its end the figures of whoever
     * answered before are held, and every customer of that agent would wait for what else it does.
     */
    void asked(HandoffSnapshot handoff) {
        var since = handoff.place().requestedAt().minus(turn.setting("handoff.same-matter-within", SAME_MATTER));
        handoffs.reopen(handoff.ask().customer().id(), since)
                .ifPresent(agent -> quality.correct(agent, RESOLUTION, -1));
    }

    @EventListener
    void on(HandoffCompleted event) {
        var before = Objects.requireNonNull(event.change().before());
        served(before, event.at());
        if (before.state() == HandoffState.IN_PROGRESS && !before.trail().customerLost()) {
            quality.add(Objects.requireNonNull(before.agentId()), RESOLUTION, 1);
            handoffs.resolve(before.id());
        }
    }

    @EventListener
    void on(HandoffMoved event) {
        unresolved(event.change().before(), event.at());
    }

    @EventListener
    void on(HandoffRequeued event) {
        unresolved(event.change().before(), event.at());
    }

    @EventListener
    void on(HandoffTicketed event) {
        unresolved(event.change().before(), event.at());
    }

    /** The last word of a customer counts instead of the one before. */
    @EventListener
    void on(ConversationRated event) {
        var agent = event.agentId();
        var before = event.before();
        if (agent != null && before == null) {
            quality.add(agent, RATING, share(event.score()));
        } else if (agent != null && before != null) {
            quality.correct(agent, RATING, share(event.score()) - share(before));
        }
    }

    private void unresolved(@Nullable HandoffSnapshot before, Instant at) {
        if (before != null && before.state().holdsSeat() && !before.state().waits()) {
            served(before, at);
            quality.add(Objects.requireNonNull(before.agentId()), RESOLUTION, 0);
        }
    }

    /** How soon the agent first answered; who never did took as long as the customer stayed. */
    private void served(HandoffSnapshot handoff, Instant end) {
        var offer = Objects.requireNonNull(handoff.offer());
        var accepted = handoff.outcome().acceptedAt();
        if (accepted == null) {
            return;
        }
        var start = accepted.isAfter(offer.offeredAt()) ? accepted : offer.offeredAt();
        var answer = conversations.firstAnswer(handoff.ask().conversationId(), offer.agentId(), start);
        var waited = Duration.between(start, answer.orElse(end));
        var target = turn.setting("handoff.first-response-target", TARGET);
        if (answer.isPresent() || waited.compareTo(target) > 0) {
            quality.add(offer.agentId(), RESPONSE, share(target, waited));
        }
    }

    private static double share(int stars) {
        return (stars - 1) / 4.0;
    }

    private static double share(Duration target, Duration waited) {
        return waited.compareTo(target) <= 0 ? 1 : (double) target.toMillis() / waited.toMillis();
    }
}
