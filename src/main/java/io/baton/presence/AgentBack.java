package io.baton.presence;

import io.baton.kernel.Tenant;

/** A person without any device connected the first one; published in a transaction of that tenant. */
public record AgentBack(Tenant tenant, String person) {}
