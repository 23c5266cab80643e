package io.baton.rota.web;

import io.baton.rota.HolidayNotice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice as a file has it. The entries are read whatever they hold, so that every one that is wrong can be named; dates
 * may lie up to a month outside of the year.
 */
record NoticeRequest(@Nullable Integer year, @Nullable List<@Nullable NoticeEntry> days) {

    static final int MOST_DAYS = 400;

    record NoticeEntry(
            @Nullable Object name,
            @Nullable Object date,
            @Nullable Object isOffDay) {}

    /**
     * What is wrong with a file.
     *
     * @param index of the entry, from 0; none when it is the file
     * @param code the text is {@code calendar.import.<code>}
     */
    record Mistake(@Nullable Integer index, String field, String code) {}

    /** Adds to the mistakes what is wrong; the notice is good for nothing then. */
    HolidayNotice read(List<Mistake> mistakes) {
        if (year == null || year < HolidayNotice.FIRST || year > HolidayNotice.LAST) {
            mistakes.add(new Mistake(null, "year", "year"));
            return new HolidayNotice(HolidayNotice.LAST, List.of());
        }
        if (days == null || days.isEmpty() || days.size() > MOST_DAYS) {
            mistakes.add(new Mistake(null, "days", "days"));
            return new HolidayNotice(year, List.of());
        }
        var entries = new ArrayList<HolidayNotice.Entry>();
        Map<LocalDate, Integer> seen = new HashMap<>();
        for (int i = 0; i < days.size(); i++) {
            var entry = days.get(i);
            if (entry == null) {
                mistakes.add(new Mistake(i, "", "entry"));
                continue;
            }
            var name = name(i, entry, mistakes);
            var date = date(i, entry, year, mistakes);
            if (!(entry.isOffDay() instanceof Boolean)) {
                mistakes.add(new Mistake(i, "isOffDay", "off"));
            }
            if (date != null && seen.putIfAbsent(date, i) != null) {
                mistakes.add(new Mistake(i, "date", "twice"));
            }
            if (name != null && date != null) {
                entries.add(new HolidayNotice.Entry(name, date, Boolean.TRUE.equals(entry.isOffDay())));
            }
        }
        return new HolidayNotice(year, entries);
    }

    private static @Nullable String name(int index, NoticeEntry entry, List<Mistake> mistakes) {
        if (entry.name() instanceof String text
                && !text.isBlank()
                && text.strip().length() <= CalendarController.LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl)) {
            return text.strip();
        }
        mistakes.add(new Mistake(index, "name", "name"));
        return null;
    }

    private static @Nullable LocalDate date(int index, NoticeEntry entry, int year, List<Mistake> mistakes) {
        try {
            var date = LocalDate.parse(String.valueOf(entry.date()));
            if (!date.isBefore(LocalDate.of(year - 1, 12, 1)) && !date.isAfter(LocalDate.of(year + 1, 1, 31))) {
                return date;
            }
            mistakes.add(new Mistake(index, "date", "elsewhere"));
        } catch (DateTimeParseException none) {
            mistakes.add(new Mistake(index, "date", "date"));
        }
        return null;
    }
}
