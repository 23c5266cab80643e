package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was done to a shift type; each is written to the trail in the same transaction. */
public sealed interface ShiftTypeEvent extends Recorded permits ShiftTypeAdded, ShiftTypeChanged, ShiftTypeRetired {

    ShiftTypeChange change();

    @Override
    default String kind() {
        return "shift-type";
    }

    @Override
    default String subjectId() {
        return change().id().toString();
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
    default @Nullable String before() {
        return change().before();
    }

    @Override
    default @Nullable String after() {
        return change().after();
    }
}
