package io.baton.development;

import static java.util.stream.Collectors.groupingBy;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.CalendarEditor;
import io.baton.rota.DayKind;
import io.baton.rota.SpecialDay;
import io.baton.rota.WorkCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** China's calendar for the demonstration's company in China; the other one shows what an unknown year looks like. */
@Component
@Profile("demo")
@ConditionalOnProperty("baton.demo-data")
class DemoCalendar {

    private static final Tenant ACME = new Tenant("acme");

    private final TenantScope scope;
    private final WorkCalendar calendar;
    private final CalendarEditor editor;

    DemoCalendar(TenantScope scope, WorkCalendar calendar, CalendarEditor editor) {
        this.scope = scope;
        this.calendar = calendar;
        this.editor = editor;
    }

    /** Before all other data, which may ask which days are worked; a year that is known already stays as it is. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(-1)
    void fill() {
        scope.run(
                ACME,
                () -> read().forEach((year, days) -> {
                    if (!calendar.isAnnounced(year)) {
                        editor.announce(year, days);
                    }
                }));
    }

    /** The special days of each year. */
    static Map<Integer, List<SpecialDay>> read() {
        try (var stream = Objects.requireNonNull(DemoCalendar.class.getResourceAsStream("/demo/calendar.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(DemoCalendar::festival)
                    .collect(groupingBy(day -> day.date().getYear()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<SpecialDay> festival(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var statutory = dates(cells.get(0), cells.get(3));
        var span = dates(cells.get(0), cells.get(4));
        var off = span.getFirst().datesUntil(span.getLast().plusDays(1)).map(date -> {
            var kind = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? DayKind.REST_DAY : DayKind.DAY_OFF;
            return new SpecialDay(
                    date, statutory.contains(date) ? DayKind.STATUTORY_HOLIDAY : kind, cells.get(1), cells.get(2));
        });
        var worked = dates(cells.get(0), cells.get(5)).stream()
                .map(date -> new SpecialDay(date, DayKind.ADJUSTED_WORKDAY, cells.get(1), cells.get(2)));
        return Stream.concat(off, worked);
    }

    private static List<LocalDate> dates(String year, String days) {
        return Arrays.stream(days.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
    }
}
