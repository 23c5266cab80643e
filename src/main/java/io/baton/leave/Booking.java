package io.baton.leave;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written into a ledger; in one account there is one of a kind for a cause and a request.
 *
 * @param days more than 0, whatever the kind does with them
 * @param leave the request it was done for
 * @param lot the entry whose days these were
 * @param expiresOn the last day on which the days can be taken
 * @param overtime the work that earned them
 */
public record Booking(
        BookingKind kind,
        BigDecimal days,
        String cause,
        @Nullable UUID leave,
        @Nullable UUID lot,
        @Nullable LocalDate expiresOn,
        @Nullable Overtime overtime) {

    static Booking of(BookingKind kind, BigDecimal days, String cause) {
        return new Booking(kind, days, cause, null, null, null, null);
    }

    static Booking of(BookingKind kind, BigDecimal days, String cause, LeaveRequest leave) {
        return new Booking(kind, days, cause, leave.id(), null, null, null);
    }

    Booking expiring(@Nullable LocalDate last) {
        return new Booking(kind, days, cause, leave, lot, last, overtime);
    }

    Booking from(UUID entry) {
        return new Booking(kind, days, cause, leave, entry, expiresOn, overtime);
    }

    Booking earnedBy(Overtime work) {
        return new Booking(kind, days, cause, leave, lot, expiresOn, work);
    }

    /** By how much more remains afterwards; negative when less does. */
    public BigDecimal change() {
        return kind.sign() > 0 ? days : days.negate();
    }
}
