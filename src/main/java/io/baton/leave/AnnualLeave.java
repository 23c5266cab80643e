package io.baton.leave;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many days of annual leave a year brings, in whole days. By default as the Regulations on Paid Annual Leave for
 * Employees (2007) say in article 3; the year in which somebody joins or comes to more days counts by calendar days out of
 * 365, and what is less than a day is dropped, as the Measures for enterprises (2008) say in article 5. Long illness and
 * the other cases of article 4, in which the law gives none, are left to whoever plans.
 *
 * @param bands from so many years of work on, so many days a year
 */
record AnnualLeave(NavigableMap<Integer, Integer> bands) {

    static final String BY_LAW = "1:5,10:10,20:15";
    private static final int YEAR = 365;

    AnnualLeave {
        bands = Collections.unmodifiableNavigableMap(new TreeMap<>(bands));
    }

    /** Reads bands as they are written in a setting, such as {@value #BY_LAW}. */
    static AnnualLeave of(String text) {
        var bands = new TreeMap<Integer, Integer>();
        Arrays.stream(text.split(","))
                .map(band -> band.strip().split(":", 2))
                .forEach(band -> bands.put(Integer.valueOf(band[0]), Integer.valueOf(band[1])));
        return new AnnualLeave(bands);
    }

    /** The days of a year for somebody of whom at least one date is known. */
    int days(Employment employment, int year) {
        var joined = employment.employedSince();
        var worksSince = employment.worksSince() == null ? joined : employment.worksSince();
        if (worksSince == null) {
            throw new IllegalArgumentException("nobody knows since when the person works");
        }
        var first = later(LocalDate.of(year, 1, 1), joined == null ? LocalDate.MIN : joined);
        var end = LocalDate.of(year + 1, 1, 1);
        long sum = 0;
        for (var band : bands.entrySet()) {
            var higher = bands.higherKey(band.getKey());
            var from = later(first, worksSince.plusYears(band.getKey()));
            var until = higher == null ? end : earlier(end, worksSince.plusYears(higher));
            sum += Math.max(0, ChronoUnit.DAYS.between(from, until)) * band.getValue();
        }
        return Math.toIntExact(sum / YEAR);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
