package io.baton.handoff;

import java.time.Instant;

/** The agent a request was given to, why, and until when the agent may answer. */
public record Offer(String agentId, HandoffScore score, Instant offeredAt, Instant expiresAt) {}
