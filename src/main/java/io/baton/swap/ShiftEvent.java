package io.baton.swap;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** What a swap means for one of those who take part; in the trail of the swap, for this person and the department. */
public sealed interface ShiftEvent extends Recorded permits ShiftHeld, ShiftSwapped {

    ShiftChange change();

    @Override
    default String kind() {
        return "swap";
    }

    @Override
    default String subjectId() {
        return change().swap().id().toString();
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
    default String owner() {
        return change().item().agentId();
    }

    @Override
    default String department() {
        return change().item().department();
    }

    @Override
    default String before() {
        return change().gives();
    }

    @Override
    default String after() {
        return change().takes();
    }
}
