package io.baton.rota;

import static io.baton.rota.Half.AFTERNOON;
import static io.baton.rota.Half.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Ids;
import io.baton.kernel.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaveCutTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final ShiftType early = type("early", 8, 16);
    private final ShiftType late = type("late", 14, 22);
    private final ShiftType night = type("night", 22, 6);

    @Test
    void takesTheWholeShiftOfAWholeDay() {
        var cut = cut(HalfDays.of(DAY), on(DAY, early));

        assertThat(cut.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.taken()).isEqualTo(hours(DAY, 8, 16));
            assertThat(piece.kept()).isEmpty();
        });
        assertThat(cut.free()).isEmpty();
        assertThat(cut.window()).isEqualTo(hours(DAY, 8, 16));
    }

    @Test
    void cutsAShiftAtNoon() {
        var morning = cut(HalfDays.of(DAY, MORNING), on(DAY, early)).pieces().getFirst();
        var afternoon =
                cut(HalfDays.of(DAY, AFTERNOON), on(DAY, early)).pieces().getFirst();

        assertThat(morning.taken()).isEqualTo(hours(DAY, 8, 12));
        assertThat(morning.kept()).containsExactly(hours(DAY, 12, 16));
        assertThat(afternoon.taken()).isEqualTo(hours(DAY, 12, 16));
        assertThat(afternoon.kept()).containsExactly(hours(DAY, 8, 12));
    }

    @Test
    void leavesAShiftAloneThatOnlyTouchesNoon() {
        var fromNoon = type("noon", 12, 20);

        var cut = cut(HalfDays.of(DAY, MORNING), on(DAY, fromNoon));

        assertThat(cut.pieces()).isEmpty();
        assertThat(cut.free()).containsExactly(new LeaveCut.Free(DAY, hours(DAY, 0, 12)));
    }

    @Test
    void takesTheNightThatBeginsOnTheAfternoon() {
        var cut = cut(HalfDays.of(DAY, AFTERNOON), on(DAY, night));

        assertThat(cut.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.taken()).isEqualTo(night.on(DAY, ZONE));
            assertThat(piece.kept()).isEmpty();
        });
        assertThat(cut.window().end()).isEqualTo(Instant.parse("2026-11-24T22:00:00Z"));
    }

    @Test
    void leavesTheNightBeforeAlone() {
        var cut = cut(HalfDays.of(DAY), on(DAY.minusDays(1), night));

        assertThat(cut.pieces()).isEmpty();
        assertThat(cut.free()).containsExactly(new LeaveCut.Free(DAY, hours(DAY, 6, 24)));
    }

    @Test
    void doesNotTouchANightWithAMorning() {
        assertThat(cut(HalfDays.of(DAY, MORNING), on(DAY, night)).pieces()).isEmpty();
    }

    @Test
    void takesTwoShiftsOfOneDay() {
        var first = type("first", 8, 12);
        var second = type("second", 18, 22);

        var cut = cut(HalfDays.of(DAY), on(DAY, first), on(DAY, second));

        assertThat(cut.pieces())
                .extracting(LeaveCut.Piece::taken)
                .containsExactly(hours(DAY, 8, 12), hours(DAY, 18, 22));
        assertThat(cut.window()).isEqualTo(hours(DAY, 8, 22));
    }

    @Test
    void reachesFromAnAfternoonIntoTheNextMorning() {
        var span = new HalfDays(DAY, AFTERNOON, DAY.plusDays(1), MORNING);

        var cut = cut(span, on(DAY, late), on(DAY.plusDays(1), early));

        assertThat(cut.pieces())
                .extracting(LeaveCut.Piece::taken)
                .containsExactly(hours(DAY, 14, 22), hours(DAY.plusDays(1), 8, 12));
        assertThat(cut.window()).isEqualTo(new TimeWindow(at(DAY, 14), at(DAY.plusDays(1), 12)));
    }

    @Test
    void spansTheCalendarWhereThereIsNoShift() {
        var cut = cut(HalfDays.of(DAY));

        assertThat(cut.free()).containsExactly(new LeaveCut.Free(DAY, hours(DAY, 0, 24)));
        assertThat(cut.window()).isEqualTo(hours(DAY, 0, 24));
    }

    @Test
    void cutsAtNoonOfTheWallClockWhenItIsMoved() {
        var berlin = ZoneId.of("Europe/Berlin");
        var day = LocalDate.of(2026, 3, 29);
        var shift = new Assignment(
                Ids.next(),
                "kf001",
                day,
                type("all", 0, 16).on(day, berlin),
                Ids.next(),
                Assignment.Status.ACTIVE,
                null,
                null);

        var piece = LeaveCut.of(HalfDays.of(day, MORNING), List.of(shift), berlin, LocalTime.NOON)
                .pieces()
                .getFirst();

        assertThat(piece.taken().end()).isEqualTo(Instant.parse("2026-03-29T10:00:00Z"));
        assertThat(piece.taken().duration()).hasHours(11);
    }

    @Test
    void countsPeopleWhoAreThereForTheWholeHalfHour() {
        var rows = List.of(on(DAY, early), on(DAY, late));

        var coverage = Coverage.of(rows, hours(DAY, 13, 15));

        assertThat(coverage.intervals()).extracting(Coverage.Interval::people).containsExactly(1, 1, 2, 2);
        assertThat(Coverage.of(rows, new TimeWindow(at(DAY, 13).plusSeconds(60), at(DAY, 14)))
                        .intervals())
                .hasSize(2)
                .first()
                .extracting(Coverage.Interval::start)
                .isEqualTo(at(DAY, 13));
    }

    private static LeaveCut cut(HalfDays span, Assignment... rows) {
        return LeaveCut.of(span, List.of(rows), ZONE, LocalTime.NOON);
    }

    private static Assignment on(LocalDate day, ShiftType type) {
        return new Assignment(
                Ids.next(), "kf001", day, type.on(day, ZONE), type.id(), Assignment.Status.ACTIVE, null, null);
    }

    private static ShiftType type(String code, int start, int end) {
        return new ShiftType(
                Ids.next(), code, code, code, "#000000", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of());
    }

    private static TimeWindow hours(LocalDate day, int from, int to) {
        return new TimeWindow(at(day, from), at(day, to));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }
}
