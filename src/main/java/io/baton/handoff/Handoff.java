package io.baton.handoff;

import static io.baton.handoff.HandoffState.ACCEPTED;
import static io.baton.handoff.HandoffState.ASSIGNED;
import static io.baton.handoff.HandoffState.CANCELLED;
import static io.baton.handoff.HandoffState.COMPLETED;
import static io.baton.handoff.HandoffState.IN_PROGRESS;
import static io.baton.handoff.HandoffState.PAUSED;
import static io.baton.handoff.HandoffState.PENDING;
import static io.baton.handoff.HandoffState.TICKETED;
import static io.baton.handoff.HandoffState.TRANSFERRED;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A customer's way to a person. Each move is one method that guards, moves and records what happened; a move that the
 * states do not allow is refused with 409 {@code handoff_state}.
 */
final class Handoff {

    private HandoffSnapshot now;
    private final List<HandoffEvent> events = new ArrayList<>();

    private Handoff(HandoffSnapshot now) {
        this.now = now;
    }

    static Handoff of(HandoffSnapshot stored) {
        return new Handoff(stored);
    }

    static Handoff request(UUID id, Ask ask, Place place, Actor by) {
        var handoff = new Handoff(
                new HandoffSnapshot(id, PENDING, ask, place, null, HandoffSnapshot.Trail.NONE, Outcome.OPEN));
        handoff.events.add(
                new HandoffRequested(new HandoffChange(by, null, handoff.now, place.requestedAt(), ask.reason())));
        return handoff;
    }

    /** One that nobody waits for: the agent is known and has said yes. */
    static Handoff takeUp(UUID id, Ask ask, Place place, Offer offer, Actor by) {
        var handoff = new Handoff(
                new HandoffSnapshot(id, ASSIGNED, ask, place, offer, HandoffSnapshot.Trail.NONE, Outcome.OPEN));
        handoff.events.add(
                new HandoffTakenUp(new HandoffChange(by, null, handoff.now, offer.offeredAt(), ask.reason())));
        return handoff;
    }

    /** Priority up, skills no longer required; only while somebody waits. */
    void raise(Actor by, Instant at) {
        if (!now.state().waits()) {
            throw refused();
        }
        record(now.with(now.place().raised()), by, at, null, HandoffRaised::new);
    }

    void offer(Offer offer, Actor by) {
        move(PENDING, now.with(offer).in(ASSIGNED), by, offer.offeredAt(), explained(offer), HandoffOffered::new);
    }

    /** A manager gives the request to an agent, whatever the rules say. */
    void stepIn(Offer offer, Actor by, @Nullable String comment) {
        move(PENDING, now.with(offer).in(ASSIGNED), by, offer.offeredAt(), comment, HandoffSteppedIn::new);
    }

    /** A manager ends the wait without an agent; only while somebody waits. */
    void stepIn(Actor by, Instant at, @Nullable String comment) {
        if (!now.state().waits()) {
            throw refused();
        }
        record(now, by, at, comment, HandoffSteppedIn::new);
    }

    /** Back to the original place; what Baton took back itself does not count as a miss. */
    void putBack(OfferOutcome outcome, Actor by, Instant at, @Nullable String why) {
        var trail =
                outcome == OfferOutcome.WITHDRAWN ? now.trail() : now.trail().missed();
        var back = now.with((Offer) null).with(trail).in(PENDING);
        move(ASSIGNED, back, by, at, why, returned(outcome));
    }

    void accept(Actor by, Instant at) {
        var taken = now.with(now.outcome().accepted(at)).in(ACCEPTED);
        move(ASSIGNED, taken, by, at, null, HandoffAccepted::new);
    }

    void begin(Actor by, Instant at) {
        move(ACCEPTED, now.in(IN_PROGRESS), by, at, null, HandoffBegun::new);
    }

    void pause(Actor by, Instant at) {
        move(IN_PROGRESS, now.in(PAUSED), by, at, null, HandoffAgentLost::new);
    }

    void resume(Actor by, Instant at) {
        move(PAUSED, now.in(IN_PROGRESS), by, at, null, HandoffAgentReturned::new);
    }

    /** The agent has gone for good; what follows is another place in the queue. */
    void leave(String why, Actor by, Instant at) {
        move(IN_PROGRESS, now.in(PAUSED), by, at, why, HandoffAgentLeft::new);
    }

    void shiftEnded(Actor by, Instant at) {
        record(now, by, at, null, HandoffShiftEnded::new);
    }

    /** Before all others in the queue, because the agent did not come back. */
    void requeue(Actor by, Instant at) {
        var back = now.with((Offer) null).with(now.place().atFront()).in(PENDING);
        move(PAUSED, back, by, at, null, HandoffRequeued::new);
    }

    void passOn(HandoffSnapshot.Transfer asked, Actor by) {
        var onItsWay = now.with(now.trail().with(asked)).in(TRANSFERRED);
        move(IN_PROGRESS, onItsWay, by, asked.askedAt(), noted(), HandoffTransferRequested::new);
    }

    /** To the front of the queue of a department, because nobody of it is free: who was served does not begin anew. */
    void queueFor(TransferTarget target, Actor by, Instant at) {
        move(IN_PROGRESS, now.in(TRANSFERRED), by, at, noted(), HandoffTransferRequested::new);
        var waiting = now.with((Offer) null)
                .with(now.ask().seeking(target.skills()))
                .with(now.place().passedOnTo(target));
        move(TRANSFERRED, waiting.in(PENDING), by, at, null, HandoffRequeued::new);
    }

    /** The agent who was asked does not take it over; its sender goes on. */
    void sendBack(OfferOutcome outcome, @Nullable String why, Actor by, Instant at) {
        var kept = now.with(now.trail().with(null)).in(IN_PROGRESS);
        move(TRANSFERRED, kept, by, at, why, sentBack(outcome));
    }

    /** To the agent it was passed on to, who took it and serves it from now on. */
    void moveTo(Offer offer, String department, Actor by) {
        guard(TRANSFERRED, ASSIGNED);
        var moved = now.with(offer)
                .with(now.place().in(department))
                .with(now.trail().with(null));
        record(moved.in(IN_PROGRESS), by, offer.offeredAt(), null, HandoffMoved::new);
    }

    void complete(String reason, Actor by, Instant at) {
        var done = now.with(now.outcome().ended(at, reason)).in(COMPLETED);
        move(now.state(), done, by, at, reason, HandoffCompleted::new);
    }

    void cancel(String reason, Actor by, Instant at) {
        var gone = now.with(now.outcome().ended(at, reason)).in(CANCELLED);
        move(now.state(), gone, by, at, reason, HandoffCancelled::new);
    }

    void ticket(Outcome.TicketRef ticket, Actor by, Instant at) {
        var kept = now.with(now.trail().with(null))
                .with(now.outcome().ticketed(at, ticket))
                .in(TICKETED);
        move(now.state(), kept, by, at, ticket.number(), HandoffTicketed::new);
    }

    /** What an agent wrote to what happens next. */
    void note(String text) {
        now = now.with(now.trail().noted(text));
    }

    void customerLost(Actor by, Instant at) {
        record(now.with(now.trail().customerLost(true)), by, at, null, HandoffCustomerLost::new);
    }

    void customerReturned(Actor by, Instant at) {
        record(now.with(now.trail().customerLost(false)), by, at, null, HandoffCustomerReturned::new);
    }

    HandoffSnapshot now() {
        return now;
    }

    /** Who is asked to take over; 409 {@code handoff_state} when nobody is any more. */
    HandoffSnapshot.Transfer asked() {
        return known(now.trail().transfer());
    }

    /** Who is offered the handoff or serves it; 409 {@code handoff_state} when nobody is or does any more. */
    String agent() {
        return known(now.agentId());
    }

    private <T> T known(@Nullable T value) {
        if (value == null) {
            throw refused();
        }
        return value;
    }

    /** What happened since the last call. */
    List<HandoffEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private @Nullable String noted() {
        var note = now.trail().note();
        return note == null || note.isBlank() ? null : note;
    }

    private void move(
            HandoffState from,
            HandoffSnapshot to,
            Actor by,
            Instant at,
            @Nullable String comment,
            Function<HandoffChange, HandoffEvent> event) {
        guard(from, to.state());
        record(to, by, at, comment, event);
    }

    private void guard(HandoffState from, HandoffState to) {
        if (now.state() != from || !from.successors().contains(to)) {
            throw refused();
        }
    }

    private void record(
            HandoffSnapshot to,
            Actor by,
            Instant at,
            @Nullable String comment,
            Function<HandoffChange, HandoffEvent> event) {
        var before = now;
        now = to;
        events.add(event.apply(new HandoffChange(by, before, to, at, comment)));
    }

    private static String explained(Offer offer) {
        return offer.agentId() + " " + offer.score().text();
    }

    private static Function<HandoffChange, HandoffEvent> returned(OfferOutcome outcome) {
        return switch (outcome) {
            case REJECTED -> HandoffRejected::new;
            case MISSED -> HandoffMissed::new;
            case WITHDRAWN -> HandoffTakenBack::new;
            case ACCEPTED -> throw new IllegalArgumentException("an accepted offer does not come back");
        };
    }

    private static Function<HandoffChange, HandoffEvent> sentBack(OfferOutcome outcome) {
        return switch (outcome) {
            case REJECTED -> HandoffTransferRejected::new;
            case MISSED -> HandoffTransferMissed::new;
            case WITHDRAWN -> HandoffTransferWithdrawn::new;
            case ACCEPTED -> throw new IllegalArgumentException("what was taken over does not come back");
        };
    }

    private static Problem refused() {
        return Problem.conflict("handoff_state");
    }
}
