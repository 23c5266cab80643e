package io.baton.rota;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where the sun stands. Its apparent longitude is right within 0.01 degrees, which the sun travels in a quarter of an hour
 * (J. Meeus, Astronomical Algorithms, chapter 25).
 */
final class SolarTerm {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final double QINGMING = 15;
    private static final double DOUBT = 0.015;
    private static final double EPOCH_DAYS_TO_2000 = 10_957.5;
    private static final double DAYS_OF_CENTURY = 36_525;

    private SolarTerm() {}

    /** Whether the sun comes to 15 degrees on this day in China; false for both days when it is too near to midnight to tell. */
    static boolean isQingming(LocalDate day) {
        return longitudeAtMidnight(day) < QINGMING - DOUBT && longitudeAtMidnight(day.plusDays(1)) > QINGMING + DOUBT;
    }

    /** Degrees from the equinox of spring, 0 to 360. */
    static double longitudeAtMidnight(LocalDate day) {
        var seconds = day.atStartOfDay(CHINA).toEpochSecond();
        var t = (seconds / 86_400d - EPOCH_DAYS_TO_2000) / DAYS_OF_CENTURY;
        var mean = 280.46646 + t * (36_000.76983 + t * 0.0003032);
        var anomaly = Math.toRadians(357.52911 + t * (35_999.05029 - t * 0.0001537));
        var centre = (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly)
                + (0.019993 - t * 0.000101) * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        var aberration = 0.00569 + 0.00478 * Math.sin(Math.toRadians(125.04 - 1_934.136 * t));
        var longitude = (mean + centre - aberration) % 360;
        return longitude < 0 ? longitude + 360 : longitude;
    }
}
