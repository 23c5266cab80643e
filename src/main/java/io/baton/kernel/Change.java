package io.baton.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every change has in common: who made it, when, and with which words. */
public interface Change {

    Actor actor();

    Instant at();

    default @Nullable String comment() {
        return null;
    }
}
