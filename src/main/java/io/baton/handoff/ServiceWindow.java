package io.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A span of time up to now that figures are told of, and the even slices it is drawn in. */
public enum ServiceWindow {
    /** The last 15 minutes, minute by minute. */
    QUARTER(Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofSeconds(2)),

    /** The last 60 minutes, five by five. */
    HOUR(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofSeconds(4)),

    /** The day of the tenant since midnight, hour by hour; the days on which clocks change have 23 or 25 hours. */
    DAY(Duration.ofDays(1), Duration.ofHours(1), Duration.ofSeconds(15));

    private final Duration length;
    private final Duration step;
    private final Duration goodFor;

    ServiceWindow(Duration length, Duration step, Duration goodFor) {
        this.length = length;
        this.step = step;
        this.goodFor = goodFor;
    }

    /** How long figures may be shown before they are counted again. */
    Duration goodFor() {
        return goodFor;
    }

    Duration step() {
        return step;
    }

    /** The first instant of the window. */
    Instant from(Instant now, ZoneId zone) {
        return this == DAY ? midnight(now, zone) : now.minus(length);
    }

    /** Where the first slice begins: by the clock, so that only the last one, which is running, is not whole. */
    Instant firstSlice(Instant now, ZoneId zone) {
        return this == DAY ? midnight(now, zone) : floor(now).minus(length).plus(step);
    }

    private Instant floor(Instant now) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }

    private static Instant midnight(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
