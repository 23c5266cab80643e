package io.baton.rota;

import io.baton.rules.Finding;
import java.time.LocalDate;

/** What a rule, or the database as the last one to ask, has against a shift for a person on a rota day. */
public record PlanningConflict(String agentId, LocalDate day, Finding finding) {}
