package io.baton.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** People of a department against what it wants, day by day. */
public record DepartmentCoverage(String department, List<Day> days) {

    /**
     * Half hours of a day in order, from its midnight in the tenant's zone; 46 or 50 of them when the clock is moved.
     *
     * @param people who is at work for the whole of each
     * @param minimum how many the department wants
     */
    public record Day(LocalDate date, Instant start, List<Integer> people, List<Integer> minimum) {

        public Day {
            people = List.copyOf(people);
            minimum = List.copyOf(minimum);
        }
    }

    public DepartmentCoverage {
        days = List.copyOf(days);
    }
}
