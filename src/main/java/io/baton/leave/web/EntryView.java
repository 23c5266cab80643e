package io.baton.leave.web;

import io.baton.leave.BalanceEntry;
import io.baton.leave.BookingKind;
import io.baton.leave.LeaveType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a ledger as JSON.
 *
 * @param year 0 for hours, which belong to no year
 * @param change by how many days more remains afterwards; negative when less does
 * @param cause what is told of it in one line, such as the number of a request
 * @param day on which the hours were worked
 * @param note why they were worked, or taken back
 * @param reversed whether a later line takes it back
 */
record EntryView(
        UUID id,
        LeaveType type,
        int year,
        BookingKind kind,
        BigDecimal change,
        String cause,
        @Nullable UUID leaveId,
        @Nullable LocalDate day,
        @Nullable BigDecimal hours,
        @Nullable String note,
        @Nullable LocalDate expiresOn,
        boolean reversed,
        String bookedBy,
        String bookedByName,
        Instant at) {

    static EntryView of(BalanceEntry entry) {
        var booking = entry.booking();
        var overtime = booking.overtime();
        return new EntryView(
                entry.id(),
                entry.type(),
                entry.year(),
                booking.kind(),
                booking.change(),
                booking.cause(),
                booking.leave(),
                overtime == null ? null : overtime.day(),
                overtime == null ? null : overtime.hours(),
                overtime == null ? null : overtime.reason(),
                booking.expiresOn(),
                entry.reversed(),
                entry.bookedBy(),
                entry.bookedByName(),
                entry.at());
    }
}
