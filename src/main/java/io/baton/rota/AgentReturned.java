package io.baton.rota;

import io.baton.kernel.Tenant;
import java.util.UUID;

/** An agent's leave is over. */
public record AgentReturned(Tenant tenant, String agentId, UUID leaveId) {}
