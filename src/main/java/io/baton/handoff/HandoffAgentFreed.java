package io.baton.handoff;

import io.baton.kernel.Tenant;

/** A seat was freed, an agent came online or a shift began: somebody in the queue of the department may move on. */
public record HandoffAgentFreed(Tenant tenant, String department) {}
