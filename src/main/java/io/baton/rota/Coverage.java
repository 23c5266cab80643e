package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        return ofDay(rows, new TimeWindow(start, window.end()));
    }

    /** Counts active work over a day, from its midnight on, whatever the offset of the zone is; looks at each row once. */
    static Coverage ofDay(List<Assignment> rows, TimeWindow day) {
        int steps = Math.toIntExact(Math.ceilDiv(day.duration().toNanos(), STEP.toNanos()));
        var change = new int[steps + 1];
        for (var row : rows) {
            if (row.status() == Assignment.Status.ACTIVE) {
                var work = row.during();
                long first = Math.max(0, Math.ceilDiv(nanos(day, work.start()), STEP.toNanos()));
                long end = Math.min(steps, Math.floorDiv(nanos(day, work.end()), STEP.toNanos()));
                if (first < end) {
                    change[Math.toIntExact(first)]++;
                    change[Math.toIntExact(end)]--;
                }
            }
        }
        var intervals = new ArrayList<Interval>(steps);
        int people = 0;
        for (int step = 0; step < steps; step++) {
            people += change[step];
            intervals.add(new Interval(day.start().plus(STEP.multipliedBy(step)), people));
        }
        return new Coverage(intervals);
    }

    private static long nanos(TimeWindow day, Instant instant) {
        return Duration.between(day.start(), instant).toNanos();
    }

    static Coverage counting(TimeWindow window, ToIntFunction<TimeWindow> people) {
        return new Coverage(Stream.iterate(
                        window.start(), start -> start.isBefore(window.end()), start -> start.plus(STEP))
                .map(start -> new Interval(start, people.applyAsInt(new TimeWindow(start, start.plus(STEP)))))
                .toList());
    }

    /** Whether it lasts through the whole of the half hour. */
    static boolean covers(TimeWindow work, TimeWindow step) {
        return !work.start().isAfter(step.start()) && !work.end().isBefore(step.end());
    }
}
