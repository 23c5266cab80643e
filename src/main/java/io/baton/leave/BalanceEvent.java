package io.baton.leave;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something that happened to a balance apart from requests; each is written to the trail in the same transaction. */
public sealed interface BalanceEvent extends Changed
        permits BalanceGranted, BalanceCarried, BalanceExpired, OvertimeBooked, OvertimeReversed {

    @Override
    BalanceChange change();

    @Override
    default String kind() {
        return "balance";
    }

    @Override
    default String subjectId() {
        return change().agent();
    }

    @Override
    default String owner() {
        return change().agent();
    }

    @Override
    default @Nullable String department() {
        return change().department();
    }

    /** By how many days of which type, such as {@code ANNUAL +5}. */
    @Override
    default String after() {
        var days = Balance.plain(change().booking().change());
        return change().type() + (days.signum() > 0 ? " +" : " ") + days.toPlainString();
    }

    @Override
    default String comment() {
        var overtime = change().booking().overtime();
        return overtime == null ? change().booking().cause() : overtime.reason();
    }
}
