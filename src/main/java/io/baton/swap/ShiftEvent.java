package io.baton.swap;

import io.baton.kernel.Changed;

/** What a swap means for one of those who take part; in the trail of the swap, for this person and the department. */
public sealed interface ShiftEvent extends Changed permits ShiftHeld, ShiftSwapped {

    @Override
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
