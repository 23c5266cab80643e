package io.baton.swap;

import io.baton.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who decided, when, and with which words. */
public record Verdict(
        String by, String byName, Instant at, @Nullable String comment) {

    static Verdict of(Actor by, Instant at, @Nullable String comment) {
        return new Verdict(by.id(), by.name(), at, comment);
    }
}
