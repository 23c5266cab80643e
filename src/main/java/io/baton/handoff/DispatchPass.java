package io.baton.handoff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One look at a department's queue, each in a transaction of its own. */
@Component
class DispatchPass {

    private final Matching matching;
    private final HandoffProcess process;
    private final Places places;
    private final HandoffFrames frames;

    DispatchPass(Matching matching, HandoffProcess process, Places places, HandoffFrames frames) {
        this.matching = matching;
        this.process = process;
        this.places = places;
        this.frames = frames;
    }

    /** Wakes the first whom somebody may serve now; false when there is none. */
    @Transactional
    boolean wakeNext(String department) {
        return matching.next(department).map(process::agentFreed).orElse(false);
    }

    /** Tells everybody whose place has changed. */
    @Transactional
    void tellPlaces(String department) {
        places.renumber(department).forEach(frames::queued);
    }
}
