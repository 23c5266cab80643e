package io.baton.leave;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of a ledger, which nobody changes any more.
 *
 * @param year the calendar year of the account; 0 for hours
 * @param reversed whether a later line takes it back
 */
public record BalanceEntry(
        UUID id,
        LeaveType type,
        int year,
        Booking booking,
        String bookedBy,
        String bookedByName,
        Instant at,
        boolean reversed) {

    boolean is(BookingKind kind) {
        return booking.kind() == kind;
    }
}
