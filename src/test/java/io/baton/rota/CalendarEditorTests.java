package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.ProcessTest;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Changes of the calendar on a real database, also by many at once. */
@ProcessTest
@RecordApplicationEvents
class CalendarEditorTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final AtomicInteger YEARS = new AtomicInteger(2040);

    @Autowired
    private WorkCalendar calendar;

    @Autowired
    private CalendarEditor editor;

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private TenantScope scope;

    @Autowired
    private ApplicationEvents events;

    /** Two years each, so that a notice may reach into the year before. */
    private final int year = YEARS.getAndAdd(2);

    @Test
    void letsOneOfManyWhoEditAtOnceHaveIt() throws Exception {
        var attempts = IntStream.range(1, 21).<Callable<String>>mapToObj(i -> () -> {
            try {
                scope.run(ACME, () -> editor.put(day("公司日", 6, i), 0));
                return "won";
            } catch (Problem late) {
                return late.code();
            }
        });

        try (var threads = Executors.newFixedThreadPool(10)) {
            var answers = threads.invokeAll(attempts.toList()).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).filteredOn("won"::equals).hasSize(1);
            assertThat(answers).filteredOn("changed_meanwhile"::equals).hasSize(19);
        }
        assertThat(year().days()).hasSize(1);
        assertThat(year().version()).isEqualTo(1);
    }

    @Test
    void keepsWhatAPersonEnteredWhenANoticeComes() {
        scope.run(ACME, () -> editor.put(day("公司日", 6, 1), 0));
        scope.run(ACME, () -> editor.put(day("公司日", 6, 2), 1));

        scope.run(ACME, () -> editor.announce(year, List.of(day("公告", 6, 2), day("公告", 6, 3))));
        scope.run(ACME, () -> editor.announce(year, List.of(day("公告", 6, 4))));

        assertThat(year().days())
                .extracting(SpecialDay::zh, day -> day.date().getDayOfMonth())
                .containsExactly(tuple("公司日", 1), tuple("公告", 4));
        assertThat(year().announced()).isTrue();
    }

    @Test
    void tellsWhatANoticeWouldChangeAndWhatItWouldTakeBack() {
        scope.run(ACME, () -> editor.announce(year, List.of(day("旧", 5, 20), day("旧", 5, 21))));
        var version = year().version();
        var notice = new HolidayNotice(
                year,
                List.of(
                        new HolidayNotice.Entry("旧", date(5, 20), true),
                        new HolidayNotice.Entry("新", date(5, 22), true)));

        var report = in(() -> notices.preview(notice));

        assertThat(report.changes())
                .extracting(NoticeReport.Change::date)
                .containsExactly(date(5, 20), date(5, 21), date(5, 22));
        assertThat(report.changes().get(1).before()).isNotNull();
        assertThat(report.changes().get(1).after()).isNull();
        assertThat(report.changes().get(2).before()).isNull();
        assertThat(report.missing()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(year().version()).isEqualTo(version);
    }

    @Test
    void countsAChangeOfEachYearThatANoticeReachesInto() {
        var december = new SpecialDay(LocalDate.of(year - 1, 12, 31), DayKind.DAY_OFF, "元旦", "New Year's Day");
        scope.run(ACME, () -> editor.announce(year, List.of(december)));

        assertThat(in(() -> calendar.year(year - 1)).version()).isEqualTo(1);
        assertThat(in(() -> calendar.year(year - 1)).announced()).isFalse();
        scope.run(ACME, () -> editor.announce(year, List.of()));
        assertThat(in(() -> calendar.year(year - 1)).version()).isEqualTo(2);
        assertThat(in(() -> calendar.year(year - 1)).days()).isEmpty();
    }

    @Test
    void changesNothingForWhoComesLate() {
        scope.run(ACME, () -> editor.put(day("公司日", 6, 1), 0));

        assertThatThrownBy(() -> scope.run(ACME, () -> editor.announce(year, List.of(day("公告", 6, 3)), 0)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(412));
        assertThatThrownBy(() -> scope.run(ACME, () -> editor.remove(date(6, 1), 0)))
                .isInstanceOf(Problem.class);

        assertThat(year().days()).containsExactly(day("公司日", 6, 1));
        assertThat(year().version()).isEqualTo(1);
        assertThat(year().announced()).isFalse();
    }

    @Test
    void tellsTheTrailWhatADayWasAndIs() {
        scope.run(ACME, () -> editor.put(day("公司日", 6, 1), 0));
        scope.run(ACME, () -> editor.remove(date(6, 1), 1));

        assertThat(events.stream(CalendarDayChanged.class))
                .filteredOn(event -> event.year() == year)
                .extracting(CalendarDayChanged::before, CalendarDayChanged::after, CalendarDayChanged::subjectId)
                .containsExactly(
                        tuple(date(6, 1).toString(), date(6, 1) + " DAY_OFF 公司日", String.valueOf(year)),
                        tuple(date(6, 1) + " DAY_OFF 公司日", date(6, 1).toString(), String.valueOf(year)));
    }

    private CalendarYear year() {
        return in(() -> calendar.year(year));
    }

    private SpecialDay day(String name, int month, int day) {
        return new SpecialDay(date(month, day), DayKind.DAY_OFF, name, name);
    }

    private LocalDate date(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(ACME, work);
    }
}
