package io.baton.handoff;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something happened to a handoff; written to the trail in the same transaction. */
public sealed interface HandoffEvent extends Recorded
        permits HandoffRequested,
                HandoffRaised,
                HandoffOffered,
                HandoffRejected,
                HandoffMissed,
                HandoffTakenBack,
                HandoffAccepted,
                HandoffBegun,
                HandoffAgentLost,
                HandoffAgentReturned,
                HandoffRequeued,
                HandoffTransferRequested,
                HandoffSentBack,
                HandoffMoved,
                HandoffCustomerLost,
                HandoffCustomerReturned,
                HandoffCompleted,
                HandoffCancelled,
                HandoffTicketed {

    HandoffChange change();

    default HandoffSnapshot handoff() {
        return change().after();
    }

    @Override
    default Actor actor() {
        return change().actor();
    }

    @Override
    default String kind() {
        return "handoff";
    }

    @Override
    default String subjectId() {
        return handoff().id().toString();
    }

    @Override
    default Instant at() {
        return change().at();
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

    @Override
    default @Nullable String comment() {
        return change().comment();
    }
}
