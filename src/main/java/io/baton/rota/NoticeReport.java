package io.baton.rota;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice does to the calendar.
 *
 * @param changes each day it speaks of, and those that an earlier notice spoke of and it does not, by date
 * @param missing the statutory holidays of its year that it does not make days off
 */
public record NoticeReport(int year, List<Change> changes, List<LocalDate> missing) {

    /**
     * A day before and after.
     *
     * @param before none when it is what the week makes of it
     * @param after none when it will be that again
     */
    public record Change(
            LocalDate date,
            @Nullable SpecialDay before,
            @Nullable SpecialDay after,
            NoticeDay.@Nullable Doubt doubt) {}

    public NoticeReport {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }
}
