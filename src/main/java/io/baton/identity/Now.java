package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who acts, and when. */
@Component
public class Now {

    private final CurrentActor current;
    private final Clock clock;

    public Now(CurrentActor current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    public Actor actor() {
        return current.get();
    }

    public Instant instant() {
        return clock.instant();
    }
}
