package io.baton.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that carries its change and is written to the trail with whoever made it. */
public interface Changed extends Recorded {

    Change change();

    @Override
    default Actor actor() {
        return change().actor();
    }

    @Override
    default Instant at() {
        return change().at();
    }

    @Override
    default @Nullable String comment() {
        return change().comment();
    }
}
