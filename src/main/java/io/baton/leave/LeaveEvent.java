package io.baton.leave;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something that happened to a request; each is written to the trail in the same transaction. */
public sealed interface LeaveEvent extends Changed
        permits LeaveRequested,
                LeaveCounted,
                LeaveAdmitted,
                LeaveRefusedByRule,
                LeaveReminded,
                LeaveEscalated,
                LeaveEndorsed,
                LeaveExpired,
                LeaveRejected,
                LeaveHeldBack,
                LeaveApproved,
                LeaveWithdrawn,
                LeaveBegun,
                LeaveTaken,
                PeriodLeaveWithdrawn,
                PeriodLeaveReturnedEarly,
                PeriodLeaveExtensionRequested,
                LeaveExtensionAdmitted,
                LeaveExtended,
                LeaveExtensionHeldBack,
                LeaveExtensionRefused {

    @Override
    LeaveChange change();

    default LeaveRequest leave() {
        return change().leave();
    }

    @Override
    default String kind() {
        return "leave";
    }

    @Override
    default String subjectId() {
        return leave().id().toString();
    }

    @Override
    default String owner() {
        return leave().applicant().id();
    }

    @Override
    default @Nullable String department() {
        return leave().applicant().department();
    }

    @Override
    default @Nullable String before() {
        var was = change().was();
        return was == null ? null : was.state().name();
    }

    @Override
    default String after() {
        return leave().state().name();
    }
}
