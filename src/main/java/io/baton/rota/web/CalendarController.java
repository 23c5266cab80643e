package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.EntityTags;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.CalendarEditor;
import io.baton.rota.CalendarYear;
import io.baton.rota.DayKind;
import io.baton.rota.SpecialDay;
import io.baton.rota.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's calendar: everybody of the desk reads it, administrators change it and say which version they saw. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

    static final int FIRST = 2000;
    static final int LAST = 2099;
    static final int LONGEST_NAME = 50;

    private final WorkCalendar calendar;
    private final CalendarEditor editor;
    private final CurrentActor current;

    CalendarController(WorkCalendar calendar, CalendarEditor editor, CurrentActor current) {
        this.calendar = calendar;
        this.editor = editor;
        this.current = current;
    }

    /** @param name in the caller's language */
    record CalendarEntry(LocalDate date, DayKind kind, String name, String zh, String en) {

        static CalendarEntry of(SpecialDay day, Locale locale) {
            return new CalendarEntry(day.date(), day.kind(), day.name(locale), day.zh(), day.en());
        }
    }

    /**
     * @param announced false when nobody knows the holidays of the year yet
     * @param restDays the days of the week that are not worked
     * @param days those that depart from the week or have a name; all others are what the week makes of them
     */
    record CalendarView(int year, boolean announced, int version, List<DayOfWeek> restDays, List<CalendarEntry> days) {

        static CalendarView of(CalendarYear year, Locale locale) {
            return new CalendarView(
                    year.year(),
                    year.announced(),
                    year.version(),
                    year.restDays().stream().sorted().toList(),
                    year.days().stream()
                            .map(day -> CalendarEntry.of(day, locale))
                            .toList());
        }
    }

    record CalendarChange(
            @Nullable DayKind kind,
            @Nullable String zh,
            @Nullable String en) {}

    @GetMapping
    ResponseEntity<CalendarView> year(@RequestParam int year, Locale locale) {
        current.get().require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        if (year < FIRST || year > LAST) {
            throw Problem.invalid("year", "must be between " + FIRST + " and " + LAST);
        }
        return tagged(year, locale);
    }

    /** Makes another day of one; the tag is that of its year. */
    @PutMapping("/{date}")
    ResponseEntity<CalendarView> change(
            @PathVariable String date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CalendarChange change,
            Locale locale) {
        current.get().require(Role.ADMIN);
        var day = date(date);
        if (change.kind() == null) {
            throw Problem.invalid("kind", "is missing");
        }
        var zh = name("zh", change.zh());
        var en = name("en", change.en());
        editor.put(
                new SpecialDay(day, change.kind(), zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en),
                EntityTags.seen(ifMatch));
        return tagged(day.getYear(), locale);
    }

    /** Makes a day again what the week makes of it. */
    @DeleteMapping("/{date}")
    ResponseEntity<CalendarView> remove(
            @PathVariable String date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        current.get().require(Role.ADMIN);
        var day = date(date);
        editor.remove(day, EntityTags.seen(ifMatch));
        return tagged(day.getYear(), locale);
    }

    private ResponseEntity<CalendarView> tagged(int year, Locale locale) {
        var found = CalendarView.of(calendar.year(year), locale);
        return ResponseEntity.ok().eTag(EntityTags.of(found.version())).body(found);
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < FIRST || date.getYear() > LAST) {
                throw Problem.invalid("date", "must be between " + FIRST + " and " + LAST);
            }
            return date;
        } catch (DateTimeParseException none) {
            throw Problem.invalid("date", "is no date");
        }
    }

    private static String name(String field, @Nullable String text) {
        var name = Objects.requireNonNullElse(text, "").strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(field, "more than " + LONGEST_NAME + " characters, or some that are not text");
        }
        return name;
    }
}
