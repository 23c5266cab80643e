package io.baton.rota;

import io.baton.kernel.Tenant;
import io.baton.kernel.TimeWindow;
import java.util.UUID;

/** An agent's leave has begun: no more work for this person until {@link AgentReturned}. */
public record AgentAbsent(Tenant tenant, String agentId, UUID leaveId, TimeWindow window) {}
