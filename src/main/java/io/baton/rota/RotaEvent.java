package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** Something that was done to the rota of a department; each is written to the trail in the same transaction. */
public sealed interface RotaEvent extends Recorded permits ShiftsPlanned, ShiftsRemoved {

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
    default Actor actor() {
        return change().actor();
    }

    @Override
    default Instant at() {
        return change().at();
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
