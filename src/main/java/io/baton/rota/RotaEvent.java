package io.baton.rota;

import io.baton.kernel.Changed;

/** Something that was done to the rota of a department; each is written to the trail in the same transaction. */
public sealed interface RotaEvent extends Changed permits ShiftsPlanned, ShiftsRemoved {

    @Override
    RotaChange change();

    @Override
    default String kind() {
        return "rota";
    }

    @Override
    default String subjectId() {
        return change().department();
    }

    @Override
    default String department() {
        return change().department();
    }

    @Override
    default String after() {
        return change().toString();
    }
}
