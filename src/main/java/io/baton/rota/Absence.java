package io.baton.rota;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody is away on half of a rota day. */
public record Absence(String agentId, LocalDate day, Half half, UUID leaveId) {}
