package io.baton.rota;

import java.util.List;

/**
 * What replacing a plan came to.
 *
 * @param removed what was taken off the rota, or would be
 * @param added what the new plan has and the old one lacked
 * @param planned what was planned of it, and what stands against shifts, old and new
 */
public record PlanReplaced(List<Assignment> removed, List<Slot> added, PlanningResult planned) {

    public PlanReplaced {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }
}
