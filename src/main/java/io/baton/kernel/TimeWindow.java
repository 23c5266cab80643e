package io.baton.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A half-open span of time, start included and end excluded; refuses empty and inverted spans. */
public record TimeWindow(Instant start, Instant end) implements Comparable<TimeWindow> {

    public TimeWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window must end after it starts: " + start + " to " + end);
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Touching windows do not overlap. */
    public boolean overlaps(TimeWindow other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Optional<TimeWindow> intersect(TimeWindow other) {
        return overlaps(other)
                ? Optional.of(new TimeWindow(later(start, other.start), earlier(end, other.end)))
                : Optional.empty();
    }

    /** What remains of this window when the other is cut out: none, one or two windows, in order. */
    public List<TimeWindow> minus(TimeWindow other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        return Stream.of(between(start, other.start), between(other.end, end))
                .flatMap(Optional::stream)
                .toList();
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    @Override
    public int compareTo(TimeWindow other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }

    private static Optional<TimeWindow> between(Instant start, Instant end) {
        return start.isBefore(end) ? Optional.of(new TimeWindow(start, end)) : Optional.empty();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
