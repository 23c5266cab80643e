package io.baton.handoff;

import io.baton.kernel.NoticeRaised;
import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to customers who wait too long: more pressure, the managers are called, a manager decides. */
@Component
class Escalations {

    private final Handoffs handoffs;
    private final Offers offers;
    private final Seats seats;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Turn turn;

    Escalations(
            Handoffs handoffs, Offers offers, Seats seats, People people, ApplicationEventPublisher events, Turn turn) {
        this.handoffs = handoffs;
        this.offers = offers;
        this.seats = seats;
        this.people = people;
        this.events = events;
        this.turn = turn;
    }

    /** Priority up, skills no longer required, the department's managers told. */
    void raise(UUID id) {
        var handoff = handoffs.lock(id);
        if (handoff.now().state().waits()) {
            handoff.raise(turn.actor(), turn.now());
            handoffs.save(handoff);
            tell(handoff.now(), "handoff.waits", "客户排队较久，已提高优先级", "A customer waits long; priority was raised");
        }
    }

    /** Calls the managers of the department it waits in. */
    HandoffSnapshot call(UUID id) {
        var handoff = handoffs.lock(id).now();
        tell(handoff, "handoff.step-in", "客户排队过久，请介入处理", "A customer waits too long; please step in");
        return handoff;
    }

    /** Who could be assigned by hand, as JSON. */
    String agentOptions(UUID id) {
        return people.options(handoffs.get(id).place().department());
    }

    void remind(UUID id) {
        tell(handoffs.get(id), "handoff.step-in", "客户仍在等待，请尽快介入", "A customer still waits; please step in now");
    }

    /**
     * Does what the manager decided; refuses with 403 who does not lead the department and with 422 what no form of ours
     * sends, so that the task stays open.
     */
    StepIn.Action decide(UUID id, StepIn stepIn) {
        var action = stepIn.decided();
        var actor = turn.actor();
        var department = handoffs.get(id).place().department();
        if (!actor.leads(department)) {
            throw Problem.forbidden("forbidden");
        }
        switch (action) {
            case TAKE -> giveTo(id, actor.id(), stepIn);
            case ASSIGN -> giveTo(id, people.assignable(stepIn.agentId(), department), stepIn);
            case TICKET -> {
                var handoff = handoffs.lock(id);
                handoff.stepIn(actor, turn.now(), stepIn.comment());
                handoffs.save(handoff);
            }
        }
        return action;
    }

    private void giveTo(UUID id, String agent, StepIn stepIn) {
        if (handoffs.lock(id).now().state() == HandoffState.ASSIGNED) {
            offers.putBack(id, OfferOutcome.WITHDRAWN);
        }
        var handoff = handoffs.lock(id);
        var now = turn.now();
        handoff.stepIn(new Offer(agent, HandoffScore.BY_HAND, now, now), turn.actor(), stepIn.comment());
        seats.claimByHand(turn.tenant(), agent, people.seatsOf(agent), now);
        handoffs.save(handoff);
    }

    private void tell(HandoffSnapshot handoff, String kind, String zh, String en) {
        people.managers(handoff.place().department())
                .forEach(manager ->
                        events.publishEvent(new NoticeRaised(turn.who(), manager, kind, zh, en, "/desk/live")));
    }
}
