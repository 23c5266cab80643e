package io.baton.rota;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something that was done to a shift type; each is written to the trail in the same transaction. */
public sealed interface ShiftTypeEvent extends Changed permits ShiftTypeAdded, ShiftTypeChanged, ShiftTypeRetired {

    @Override
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
    default @Nullable String before() {
        return change().before();
    }

    @Override
    default @Nullable String after() {
        return change().after();
    }
}
