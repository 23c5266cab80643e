package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.LocalDate;

/** The rota of a tenant was changed between these days; told after the commit, at most twice a second for all changes. */
public record PlanChanged(Tenant tenant, LocalDate from, LocalDate to) {}
