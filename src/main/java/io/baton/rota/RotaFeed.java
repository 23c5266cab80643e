package io.baton.rota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person's rota can be read at a secret address.
 *
 * @param readAt when a calendar last fetched it; none when none has yet
 */
public record RotaFeed(
        String agentId,
        String language,
        Instant createdAt,
        @Nullable Instant readAt) {}
