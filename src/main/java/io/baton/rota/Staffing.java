package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many people a department wants in a shift. */
@Component
@Transactional(readOnly = true)
public class Staffing {

    /** The most that can be wanted. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;
    private final ShiftTypes types;
    private final Tenants tenants;

    Staffing(JdbcClient jdbc, ShiftTypes types, Tenants tenants) {
        this.jdbc = jdbc;
        this.types = types;
        this.tenants = tenants;
    }

    /** People the department wants in this shift on this rota day; 0 when nothing is said. */
    public int minimum(UUID shiftTypeId, String department, LocalDate day) {
        return jdbc.sql("""
                        select people from staffing
                        where shift_type_id = ? and department = ? and weekday = ? and valid_from <= ?
                        order by valid_from desc limit 1
                        """)
                .params(shiftTypeId, department, day.getDayOfWeek().getValue(), day)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * People the department wants per half hour of a day, midnight to midnight in the tenant's zone; a shift counts in the
     * half hours that lie wholly within it, and the night before still counts in the morning.
     */
    public Coverage needed(String department, LocalDate day) {
        var zone = tenants.settings().zone();
        var shifts = types.all().stream()
                .flatMap(type -> Stream.of(day.minusDays(1), day)
                        .map(rotaDay -> new Wanted(type.on(rotaDay, zone), minimum(type.id(), department, rotaDay))))
                .filter(wanted -> wanted.people() > 0)
                .toList();
        return Coverage.counting(
                HalfDays.calendar(day, zone),
                step -> shifts.stream()
                        .filter(wanted -> Coverage.covers(wanted.during(), step))
                        .mapToInt(Wanted::people)
                        .sum());
    }

    private record Wanted(TimeWindow during, int people) {}

    /** Says it for one weekday, from a rota day on; days before keep what was said for them. */
    @Transactional
    public void want(UUID shiftTypeId, String department, DayOfWeek weekday, int people, LocalDate validFrom) {
        jdbc.sql("""
                        insert into staffing (shift_type_id, department, weekday, valid_from, people) values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, shift_type_id, department, weekday, valid_from)
                        do update set people = excluded.people
                        """)
                .params(shiftTypeId, department, weekday.getValue(), validFrom, people)
                .update();
    }
}
