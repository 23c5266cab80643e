package io.baton.handoff;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes of a customer right after asking. */
@Component
class Arrivals {

    private final Places places;
    private final HandoffFrames frames;
    private final Performance performance;
    private final Turn turn;
    private final ApplicationEventPublisher events;

    Arrivals(
            Places places, HandoffFrames frames, Performance performance, Turn turn, ApplicationEventPublisher events) {
        this.places = places;
        this.frames = frames;
        this.performance = performance;
        this.turn = turn;
        this.events = events;
    }

    /**
     * Gives the newcomer a place. Who found nobody is looked at once more when it is committed, for somebody may have been
     * freed meanwhile; everybody whose place has changed is told then.
     */
    HandoffView arrived(HandoffSnapshot handoff) {
        var view = placed(handoff);
        performance.asked(handoff);
        return view;
    }

    private HandoffView placed(HandoffSnapshot handoff) {
        if (!handoff.state().waits()) {
            return view(handoff);
        }
        if (handoff.state() == HandoffState.PENDING) {
            events.publishEvent(
                    new HandoffAgentFreed(turn.who(), handoff.place().department()));
        }
        var told = places.join(handoff);
        frames.queued(told);
        return HandoffView.of(handoff, told);
    }

    HandoffView view(HandoffSnapshot handoff) {
        return handoff.state().waits() ? HandoffView.of(handoff, places.of(handoff)) : HandoffView.of(handoff, null);
    }
}
