package io.baton.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The yearly notice of China's State Council on days off and days worked in exchange. It does not say which days off are
 * statutory: those are whose date is a festival's by the statute and whose name speaks of that festival.
 *
 * @param year 2014 to 2099: the statutes before are not known
 */
public record HolidayNotice(int year, List<Entry> entries) {

    /** The first and last year of which a notice can be read. */
    public static final int FIRST = Festival.FIRST_YEAR;

    public static final int LAST = 2099;

    public record Entry(String name, LocalDate date, boolean off) {}

    public HolidayNotice {
        entries = List.copyOf(entries);
    }

    /** What each entry makes of its day, by date. */
    public List<NoticeDay> days(Set<DayOfWeek> restDays) {
        return entries.stream()
                .map(entry -> read(entry, restDays.contains(entry.date().getDayOfWeek())))
                .sorted((one, other) -> one.day().date().compareTo(other.day().date()))
                .toList();
    }

    /** The statutory holidays of the year that the notice does not make days off: a notice that lacks one is doubtful. */
    public List<LocalDate> missing() {
        var off = entries.stream().filter(Entry::off).map(Entry::date).collect(Collectors.toSet());
        return statutory(year).stream().filter(day -> !off.contains(day)).toList();
    }

    /** The statutory holidays of a year by date. */
    public static List<LocalDate> statutory(int year) {
        var first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(day -> !Festival.on(day).isEmpty())
                .toList();
    }

    private static NoticeDay read(Entry entry, boolean rest) {
        var named = Festival.namedBy(entry.name());
        var dated = Festival.on(entry.date());
        boolean statutory = entry.off() && !Collections.disjoint(named, dated);
        var en = named.isEmpty()
                ? entry.name()
                : named.stream().map(Festival::en).collect(Collectors.joining(", "));
        return new NoticeDay(
                new SpecialDay(entry.date(), kind(entry.off(), statutory, rest), entry.name(), en),
                statutory ? null : doubt(entry.off(), rest, named, dated));
    }

    private static DayKind kind(boolean off, boolean statutory, boolean rest) {
        if (statutory) {
            return DayKind.STATUTORY_HOLIDAY;
        }
        if (off) {
            return rest ? DayKind.REST_DAY : DayKind.DAY_OFF;
        }
        return rest ? DayKind.ADJUSTED_WORKDAY : DayKind.WORKDAY;
    }

    private static NoticeDay.@Nullable Doubt doubt(
            boolean off, boolean rest, Set<Festival> named, Set<Festival> dated) {
        if (off && !dated.isEmpty()) {
            return NoticeDay.Doubt.OTHER_NAME;
        }
        if (off && named.isEmpty()) {
            return NoticeDay.Doubt.UNKNOWN_NAME;
        }
        return off || rest ? null : NoticeDay.Doubt.WORKED_ANYWAY;
    }
}
