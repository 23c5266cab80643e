package io.baton.rota;

/** What becomes of the shifts that can be planned when others of the same request cannot. */
public enum PlanningMode {
    ALL_OR_NOTHING,
    SKIP_CONFLICTS
}
