package io.baton.handoff;

import java.util.List;
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

    /** Numbers the queue with the newcomer in it, and tells everybody whose place that changed. */
    HandoffView arrived(UUID id) {
        var handoff = handoffs.get(id);
        if (!handoff.state().waits()) {
            return view(handoff);
        }
        List<Places.Told> told = places.renumber(handoff.place().department());
        told.forEach(frames::queued);
        if (handoff.state() == HandoffState.PENDING) {
            places.entered(handoff);
        }
        return view(handoff);
    }

    HandoffView view(HandoffSnapshot handoff) {
        return handoff.state().waits() ? HandoffView.of(handoff, places.of(handoff)) : HandoffView.of(handoff, null);
    }
}
