package io.baton.presence;

import io.baton.kernel.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's state, connectivity or shift changed; published in a transaction of that tenant.
 *
 * @param department the department of an agent, whose managers may see this
 */
public record PresenceChanged(
        Tenant tenant, String person, @Nullable String department, Status before, Status after) {}
