package io.baton.rota;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody is to work a kind of shift on a rota day. */
public record Slot(String agentId, LocalDate day, UUID shiftTypeId) {}
