package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * How many people work in each half hour. Somebody counts who is there for the whole of it.
 *
 * @param intervals half hours in order
 */
public record Coverage(List<Interval> intervals) {

    static final Duration STEP = Duration.ofMinutes(30);

    /** People in the half hour that begins here. */
    public record Interval(Instant start, int people) {}

    public Coverage {
        intervals = List.copyOf(intervals);
    }

    /** Counts active work over a window that is widened to full half hours. */
    static Coverage of(List<Assignment> rows, TimeWindow window) {
        long length = STEP.toSeconds();
        var start = Instant.ofEpochSecond(Math.floorDiv(window.start().getEpochSecond(), length) * length);
        return counting(new TimeWindow(start, window.end()), people(rows));
    }

    /** Counts active work over a day, from its midnight on, whatever the offset of the zone is. */
    static Coverage ofDay(List<Assignment> rows, TimeWindow day) {
        return counting(day, people(rows));
    }

    static Coverage counting(TimeWindow window, ToIntFunction<TimeWindow> people) {
        return new Coverage(Stream.iterate(
                        window.start(), start -> start.isBefore(window.end()), start -> start.plus(STEP))
                .map(start -> new Interval(start, people.applyAsInt(new TimeWindow(start, start.plus(STEP)))))
                .toList());
    }

    private static ToIntFunction<TimeWindow> people(List<Assignment> rows) {
        var active = rows.stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .map(Assignment::during)
                .toList();
        return step -> Math.toIntExact(
                active.stream().filter(work -> covers(work, step)).count());
    }

    /** Whether it lasts through the whole of the half hour. */
    static boolean covers(TimeWindow work, TimeWindow step) {
        return !work.start().isAfter(step.start()) && !work.end().isBefore(step.end());
    }
}
