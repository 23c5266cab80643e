package io.baton.handoff;

import io.baton.identity.ByKey;
import java.util.UUID;
import org.springframework.stereotype.Component;

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

    /** What came of a look at the queue. */
    enum Look {
        /** Somebody was woken, or had moved on; there may be more. */
        WOKEN,
        /** Every seat that is free is just being claimed or freed by somebody else. */
        BUSY,
        /** Nobody who waits can be served now, and everybody was told a new place. */
        DONE
    }

    /** Wakes the first whom somebody may serve now. As everywhere, the handoff is held before any seat. */
    @ByKey
    Look wakeNext(String department) {
        if (places.areSettled(department)) {
            return Look.DONE;
        }
        var next = matching.servable(department);
        if (next.isEmpty()) {
            return done(department);
        }
        var id = next.get().handoff().id();
        if (handoffs.lock(id).now().state() != HandoffState.PENDING) {
            return Look.WOKEN;
        }
        if (!matching.isClaimable(next.get())) {
            return Look.BUSY;
        }
        return process.agentFreed(id) ? Look.WOKEN : done(department);
    }

    private Look done(String department) {
        tellPlaces(department);
        return Look.DONE;
    }

    /** Whoever moves it at this moment is waited for: the process is then found as it is afterwards. */
    @ByKey
    boolean wake(UUID id) {
        return handoffs.lock(id).now().state() != HandoffState.PENDING || process.agentFreed(id);
    }

    /** Tells everybody whose place has changed. */
    @ByKey
    void tellPlaces(String department) {
        places.renumber(department).forEach(frames::queued);
    }
}
