package io.baton.handoff;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a customer is told right after asking. */
@Component
class Arrivals {

    private final Handoffs handoffs;
    private final Places places;
    private final HandoffFrames frames;

    Arrivals(Handoffs handoffs, Places places, HandoffFrames frames) {
        this.handoffs = handoffs;
        this.places = places;
        this.frames = frames;
    }

    /** Gives the newcomer a place; everybody else whose place that changes is told once it is committed. */
    HandoffView arrived(UUID id) {
        var handoff = handoffs.get(id);
        if (!handoff.state().waits()) {
            return view(handoff);
        }
        var told = places.join(handoff);
        frames.queued(told);
        return HandoffView.of(handoff, told);
    }

    HandoffView view(HandoffSnapshot handoff) {
        return handoff.state().waits() ? HandoffView.of(handoff, places.of(handoff)) : HandoffView.of(handoff, null);
    }
}
