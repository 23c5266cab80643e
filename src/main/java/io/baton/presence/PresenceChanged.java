package io.baton.presence;

import io.baton.kernel.Tenant;

/** Somebody's state, connectivity or shift changed; published in a transaction of that tenant. */
public record PresenceChanged(Tenant tenant, String person, Status before, Status after) {}
