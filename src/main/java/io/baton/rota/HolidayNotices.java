package io.baton.rota;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the holidays of a year from a notice, or tells what that would change. */
@Component
@Transactional
public class HolidayNotices {

    private final CalendarTable table;
    private final CalendarEditor editor;
    private final WorkCalendar calendar;

    HolidayNotices(CalendarTable table, CalendarEditor editor, WorkCalendar calendar) {
        this.table = table;
        this.editor = editor;
        this.calendar = calendar;
    }

    /** What {@link #take} would change; writes nothing. */
    @Transactional(readOnly = true)
    public NoticeReport preview(HolidayNotice notice) {
        var after = notice.days(calendar.restDays()).stream()
                .collect(Collectors.toMap(read -> read.day().date(), Function.identity(), (a, b) -> b, TreeMap::new));
        var dates = new TreeSet<>(after.keySet());
        dates.addAll(table.ofNotice(notice.year()));
        var before = dates.isEmpty() ? Map.<LocalDate, SpecialDay>of() : known(dates.first(), dates.last());
        var changes = dates.stream()
                .map(date -> change(date, before.get(date), after.get(date)))
                .toList();
        return new NoticeReport(notice.year(), changes, notice.missing());
    }

    /** Takes all of the notice; {@code seen} as in {@link CalendarEditor}. */
    public NoticeReport take(HolidayNotice notice, @Nullable Integer seen) {
        var report = preview(notice);
        List<SpecialDay> days =
                notice.days(calendar.restDays()).stream().map(NoticeDay::day).toList();
        editor.announce(notice.year(), days, seen);
        return report;
    }

    private Map<LocalDate, SpecialDay> known(LocalDate from, LocalDate to) {
        return table.days(from, to).stream().collect(Collectors.toMap(SpecialDay::date, Function.identity()));
    }

    private static NoticeReport.Change change(LocalDate date, @Nullable SpecialDay before, @Nullable NoticeDay after) {
        return after == null
                ? new NoticeReport.Change(date, before, null, null)
                : new NoticeReport.Change(date, before, after.day(), after.doubt());
    }
}
