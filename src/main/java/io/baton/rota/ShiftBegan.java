package io.baton.rota;

import io.baton.kernel.Tenant;
import io.baton.kernel.TimeWindow;
import java.util.UUID;

/** An agent's shift has begun; told once, at most a minute late. */
public record ShiftBegan(Tenant tenant, String agentId, UUID assignmentId, TimeWindow during) {}
