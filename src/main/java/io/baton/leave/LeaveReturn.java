package io.baton.leave;

import io.baton.kernel.Problem;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which half day on somebody is back at work. */
public record LeaveReturn(
        LocalDate day, Half half, @Nullable String comment) {

    /** Reads the fields as a message brings them. */
    static LeaveReturn read(@Nullable Object day, @Nullable Object half, @Nullable Object comment) {
        var text = comment instanceof String words && !words.isBlank() ? words.strip() : null;
        return new LeaveReturn(LeaveForm.date("date", day), LeaveForm.constant(Half.class, "period", half), text);
    }

    /** The part of a leave that is not taken; 422 unless the half day is in the leave and not its first. */
    HalfDays rest(HalfDays span) {
        boolean first = day.equals(span.start()) && half == span.from();
        if (first || !span.includes(day, half)) {
            throw Problem.invalid("date", "not a later half day of the leave");
        }
        return new HalfDays(day, half, span.end(), span.to());
    }
}
