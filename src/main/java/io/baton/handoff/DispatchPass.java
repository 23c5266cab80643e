package io.baton.handoff;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One look at a department's queue, each in a transaction of its own. */
@Component
class DispatchPass {

    private final Handoffs handoffs;
    private final Matching matching;
    private final HandoffProcess process;
    private final Places places;
    private final HandoffFrames frames;

    DispatchPass(Handoffs handoffs, Matching matching, HandoffProcess process, Places places, HandoffFrames frames) {
        this.handoffs = handoffs;
        this.matching = matching;
        this.process = process;
        this.places = places;
        this.frames = frames;
    }

    /** Wakes the first whom somebody may serve now; false when there is none. */
    @Transactional
    boolean wakeNext(String department) {
        return matching.next(department).map(this::wake).orElse(false);
    }

    /** Whoever moves it at this moment is waited for: the process is then found as it is afterwards. */
    @Transactional
    boolean wake(UUID id) {
        return handoffs.lock(id).now().state() != HandoffState.PENDING || process.agentFreed(id);
    }

    /** Tells everybody whose place has changed. */
    @Transactional
    void tellPlaces(String department) {
        places.renumber(department).forEach(frames::queued);
    }
}
