package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on shift has not been connected for longer than {@code presence.missing-after}; told once for each such time
 * over all nodes, in a transaction of that tenant.
 *
 * @param since when the shift began or the last connection ended, whichever was later
 */
public record AgentMissing(
        Tenant tenant, String person, @Nullable String department, Instant since) {}
