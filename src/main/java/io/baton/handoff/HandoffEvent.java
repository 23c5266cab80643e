package io.baton.handoff;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something happened to a handoff; written to the trail in the same transaction. */
public sealed interface HandoffEvent extends Changed
        permits HandoffRequested,
                HandoffTakenUp,
                HandoffRaised,
                HandoffOffered,
                HandoffSteppedIn,
                HandoffRejected,
                HandoffMissed,
                HandoffTakenBack,
                HandoffAccepted,
                HandoffBegun,
                HandoffAgentLost,
                HandoffAgentReturned,
                HandoffAgentLeft,
                HandoffShiftEnded,
                HandoffRequeued,
                HandoffTransferRequested,
                HandoffSentBack,
                HandoffMoved,
                HandoffCustomerLost,
                HandoffCustomerReturned,
                HandoffCompleted,
                HandoffCancelled,
                HandoffTicketed {

    @Override
    HandoffChange change();

    default HandoffSnapshot handoff() {
        return change().after();
    }

    @Override
    default String kind() {
        return "handoff";
    }

    @Override
    default String subjectId() {
        return handoff().id().toString();
    }

    /** Its managers, who see its queue, may read how it was served. */
    @Override
    default String department() {
        return handoff().place().department();
    }

    @Override
    default @Nullable String before() {
        var before = change().before();
        return before == null ? null : before.state().name();
    }

    @Override
    default String after() {
        return handoff().state().name();
    }
}
