package io.baton.leave;

import io.baton.kernel.Problem;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for. Refuses, with 422 and the field, what is missing, unknown, upside down or longer than half a
 * year.
 *
 * @param reason 1 to 500 characters
 * @param attachments ids of files that were stored before, 5 at most
 */
public record LeaveForm(LeaveType type, HalfDays span, String reason, List<UUID> attachments) {

    private static final int MOST_ATTACHMENTS = 5;
    private static final int LONGEST_REASON = 500;
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(180);

    public LeaveForm {
        attachments = attachments.stream().distinct().toList();
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw Problem.invalid("reason", "must not be empty");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "at most " + LONGEST_REASON + " characters");
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw Problem.invalid("attachments", "at most " + MOST_ATTACHMENTS);
        }
        if (span.days().compareTo(MOST_DAYS) > 0) {
            throw Problem.invalid("endDate", "at most " + MOST_DAYS + " days");
        }
    }

    /** Whether it is longer than a day, and so runs the process for many. */
    public boolean isPeriod() {
        return span.days().compareTo(BigDecimal.ONE) > 0;
    }

    LeaveForm withReason(String other) {
        return new LeaveForm(type, span, other, attachments);
    }

    LeaveForm withSpan(HalfDays other) {
        return new LeaveForm(type, other, reason, attachments);
    }

    /** Reads the fields as they come from a form, where anything may be in them. */
    public static LeaveForm read(
            @Nullable Object type,
            @Nullable Object startDate,
            @Nullable Object startPeriod,
            @Nullable Object endDate,
            @Nullable Object endPeriod,
            @Nullable Object reason) {
        return new LeaveForm(
                constant(LeaveType.class, "type", type),
                span(
                        date("startDate", startDate),
                        constant(Half.class, "startPeriod", startPeriod),
                        date("endDate", endDate),
                        constant(Half.class, "endPeriod", endPeriod)),
                reason instanceof String text ? text : "",
                List.of());
    }

    public static HalfDays span(LocalDate start, Half from, LocalDate end, Half to) {
        try {
            return new HalfDays(start, from, end, to);
        } catch (IllegalArgumentException upsideDown) {
            throw Problem.invalid("endDate", "before the start");
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable Object value) {
        try {
            return Enum.valueOf(type, String.valueOf(value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(field, "unknown value");
        }
    }

    static LocalDate date(String field, @Nullable Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException malformed) {
            throw Problem.invalid(field, "not a date");
        }
    }
}
