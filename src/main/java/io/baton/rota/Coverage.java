package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        var active = rows.stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .map(Assignment::during)
                .toList();
        return new Coverage(steps(window)
                .map(step -> new Interval(step.start(), people(active, step)))
                .toList());
    }

    private static int people(List<TimeWindow> active, TimeWindow step) {
        return Math.toIntExact(active.stream()
                .filter(work -> work.intersect(step).filter(step::equals).isPresent())
                .count());
    }

    private static Stream<TimeWindow> steps(TimeWindow window) {
        long length = STEP.toSeconds();
        var first = Instant.ofEpochSecond(Math.floorDiv(window.start().getEpochSecond(), length) * length);
        return Stream.iterate(first, start -> start.isBefore(window.end()), start -> start.plus(STEP))
                .map(start -> new TimeWindow(start, start.plus(STEP)));
    }
}
