package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who acts, and when. */
@Component
class Now {

    private final CurrentActor current;
    private final Clock clock;

    Now(CurrentActor current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    Actor actor() {
        return current.get();
    }

    Instant instant() {
        return clock.instant();
    }
}
