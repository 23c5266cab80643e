package io.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a department, or all of them together, served in a window.
 *
 * @param from the first instant of the window
 * @param asOf when this was counted, the end of the window
 * @param slices the window as it is drawn, oldest first, without a gap; the last slice is still running
 */
public record ServiceReport(
        ServiceWindow window, Instant from, Instant asOf, ServiceFigures figures, List<Slice> slices) {

    /** The requests that were made from this instant up to the next slice. */
    public record Slice(Instant from, ServiceFigures figures) {}

    public ServiceReport {
        slices = List.copyOf(slices);
    }

    /**
     * The span of a window and how it is divided.
     *
     * @param first where slice 0 begins; what lies before has a negative slice
     */
    record Span(Instant from, Instant first, Duration step, Instant now) {

        Instant slice(int number) {
            return first.plus(step.multipliedBy(number));
        }

        int slices() {
            return (int) Duration.between(first, now).dividedBy(step) + 1;
        }
    }

    /**
     * One line of what was counted.
     *
     * @param department absent for all of them together
     * @param slice absent for the whole window
     */
    record Count(@Nullable String department, @Nullable Integer slice, ServiceFigures figures) {}

    /** Of the lines of one department, or of those of all together. */
    static ServiceReport of(ServiceWindow window, Span span, List<Count> counts) {
        var found = new HashMap<@Nullable Integer, ServiceFigures>();
        counts.forEach(count -> found.put(count.slice(), count.figures()));
        var slices = IntStream.range(0, span.slices())
                .mapToObj(number -> new Slice(span.slice(number), found.getOrDefault(number, ServiceFigures.NONE)))
                .toList();
        return new ServiceReport(
                window, span.from(), span.now(), found.getOrDefault(null, ServiceFigures.NONE), slices);
    }
}
