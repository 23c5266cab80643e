package io.baton.rota;

import io.baton.kernel.Ids;

/** A shift that is asked for: its number within the request, and the assignment that it would become. */
record Proposed(int slot, Assignment row) {

    /** What somebody who takes part would have. */
    static Proposed in(Handover handover) {
        var row = handover.takes();
        return new Proposed(
                handover.step(),
                new Assignment(
                        Ids.next(),
                        handover.agentId(),
                        row.day(),
                        row.during(),
                        row.shiftTypeId(),
                        Assignment.Status.ACTIVE,
                        row.id(),
                        null));
    }
}
