package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.EntityTags;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.DayKind;
import io.baton.rota.HolidayNotice;
import io.baton.rota.HolidayNotices;
import io.baton.rota.NoticeDay;
import io.baton.rota.NoticeReport;
import io.baton.rota.SpecialDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports the holidays of a year, all of a file or nothing of it; every entry that is wrong is named. */
@RestController
class CalendarImportController {

    private final HolidayNotices notices;
    private final CurrentActor current;
    private final MessageSource messages;

    CalendarImportController(HolidayNotices notices, CurrentActor current, MessageSource messages) {
        this.notices = notices;
        this.current = current;
        this.messages = messages;
    }

    record CalendarSide(DayKind kind, String name) {

        static @Nullable CalendarSide of(@Nullable SpecialDay day, Locale locale) {
            return day == null ? null : new CalendarSide(day.kind(), day.name(locale));
        }
    }

    /**
     * @param before none when the day is what the week makes of it
     * @param after none when it will be that again
     * @param doubt why a person should look at the day
     */
    record CalendarImported(
            LocalDate date,
            @Nullable CalendarSide before,
            @Nullable CalendarSide after,
            boolean changed,
            NoticeDay.@Nullable Doubt doubt) {

        static CalendarImported of(NoticeReport.Change change, Locale locale) {
            var before = change.before();
            return new CalendarImported(
                    change.date(),
                    CalendarSide.of(before, locale),
                    CalendarSide.of(change.after(), locale),
                    before == null || !before.equals(change.after()),
                    change.doubt());
        }
    }

    /**
     * @param statutory the statutory holidays of the year by the statute
     * @param missing those of them that the file does not make days off
     */
    record CalendarImport(
            int year, boolean dryRun, int statutory, List<LocalDate> missing, List<CalendarImported> days) {}

    @PostMapping("/api/v1/calendar:import")
    CalendarImport take(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NoticeRequest request,
            Locale locale) {
        current.get().require(Role.ADMIN);
        var mistakes = new ArrayList<NoticeRequest.Mistake>();
        var notice = request.read(mistakes);
        if (!mistakes.isEmpty()) {
            throw Problem.of(
                    422,
                    "invalid",
                    Map.of(
                            "violations",
                            mistakes.stream()
                                    .map(mistake -> violation(mistake, locale))
                                    .toList()));
        }
        var seen = ifMatch == null ? null : EntityTags.seen(ifMatch);
        return report(dryRun ? notices.preview(notice) : notices.take(notice, seen), dryRun, locale);
    }

    private static CalendarImport report(NoticeReport report, boolean dryRun, Locale locale) {
        return new CalendarImport(
                report.year(),
                dryRun,
                HolidayNotice.statutory(report.year()).size(),
                report.missing(),
                report.changes().stream()
                        .map(change -> CalendarImported.of(change, locale))
                        .toList());
    }

    private Map<String, Object> violation(NoticeRequest.Mistake mistake, Locale locale) {
        var index = mistake.index();
        var message = messages.getMessage("calendar.import." + mistake.code(), null, locale);
        return index == null
                ? Map.of("field", mistake.field(), "message", message)
                : Map.of("index", index, "field", "days[" + index + "]." + mistake.field(), "message", message);
    }
}
