package io.baton.presence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a person was connected and wanted to be the same; those of a person never overlap.
 *
 * @param end absent while it lasts
 */
public record PresenceInterval(
        UUID id,
        String person,
        State choice,
        Instant start,
        @Nullable Instant end) {}
