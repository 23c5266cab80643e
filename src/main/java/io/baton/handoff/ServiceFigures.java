package io.baton.handoff;

import org.jspecify.annotations.Nullable;

/**
 * What became of the requests that were <em>made</em> in a span of time, each in exactly one of four ways: {@code requests =
 * answered + abandoned + ticketed + waiting}. A request counts where it is now, in the department that has it, and its wait
 * from the asking to the first agent who took it; what comes after that changes nothing here.
 *
 * <p>The service level is the share that was answered within T, the tenant's {@code handoff.service-level}:
 * {@code answeredInTime / (answered + (abandoned − abandonedAtOnce) + ticketed + overdue)}. Who left so soon that no floor
 * could have answered says nothing about the floor and is left out of both sides; everybody else who was not answered within
 * T counts against it, also who still waits, once that is longer than T. Who waits for less is not decided yet. It is the
 * variant of Jouini, Koole and Roubos, <cite>Performance indicators for call centers with impatient customers</cite>, IIE
 * Transactions 45 (2013), in which abandonment counts as a failure, with the threshold for short abandons that is usual in
 * practice; leaving out all who abandon would show a floor that drives customers away as a good one.
 *
 * @param waiting who still waits for a first answer
 * @param overdue those of them who wait for longer than T
 * @param answeredInTime taken by an agent within T, T included
 * @param abandoned cancelled before any agent took it: the customer took it back or left
 * @param abandonedAtOnce those of them that lasted no longer than the tenant's {@code handoff.short-abandon}
 * @param ticketed became a ticket before any agent took it, also at once because nobody was there
 * @param serviceLevel 0 to 1; absent when there is nothing to tell it from
 * @param meanWaitSeconds of those who were answered (the average speed of answer); absent when nobody was
 * @param p50WaitSeconds the wait that half of those who were answered did not exceed, interpolated between two waits
 * @param p95WaitSeconds the same for 95 of a hundred
 * @param longestWaitSeconds the longest that anybody waited, whatever came of it, or waits
 */
public record ServiceFigures(
        int requests,
        int waiting,
        int overdue,
        int answered,
        int answeredInTime,
        int abandoned,
        int abandonedAtOnce,
        int ticketed,
        @Nullable Double serviceLevel,
        @Nullable Double meanWaitSeconds,
        @Nullable Double p50WaitSeconds,
        @Nullable Double p95WaitSeconds,
        double longestWaitSeconds) {

    static final ServiceFigures NONE = of(new Counts(0, 0, 0, 0, 0, 0, 0), new Waits(null, null, null, 0));

    /** What is counted one by one. */
    record Counts(
            int waiting,
            int overdue,
            int answered,
            int answeredInTime,
            int abandoned,
            int abandonedAtOnce,
            int ticketed) {

        int requests() {
            return answered + abandoned + ticketed + waiting;
        }

        @Nullable
        Double serviceLevel() {
            int offered = answered + abandoned - abandonedAtOnce + ticketed + overdue;
            return offered == 0 ? null : (double) answeredInTime / offered;
        }
    }

    /** What is measured in seconds. */
    record Waits(
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p95,
            double longest) {}

    static ServiceFigures of(Counts counts, Waits waits) {
        return new ServiceFigures(
                counts.requests(),
                counts.waiting(),
                counts.overdue(),
                counts.answered(),
                counts.answeredInTime(),
                counts.abandoned(),
                counts.abandonedAtOnce(),
                counts.ticketed(),
                counts.serviceLevel(),
                waits.mean(),
                waits.p50(),
                waits.p95(),
                waits.longest());
    }
}
