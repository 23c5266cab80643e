package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many people a department wants in a shift. */
@Component
public class Staffing {

    /** The most that can be wanted. */
    public static final int MOST = 500;

    private final ShiftTypeCache cache;
    private final ShiftTypeTable table;
    private final Tenants tenants;

    Staffing(ShiftTypeCache cache, ShiftTypeTable table, Tenants tenants) {
        this.cache = cache;
        this.table = table;
        this.tenants = tenants;
    }

    /** People the department wants in this shift on this rota day; 0 when nothing is said. */
    public int minimum(UUID shiftTypeId, String department, LocalDate day) {
        return cache.book().minimum(shiftTypeId, department, day);
    }

    /** By department, the people of Monday to Sunday as said on a rota day; departments that want nobody are left out. */
    public Map<String, List<Integer>> grid(UUID shiftTypeId, LocalDate day) {
        return cache.book().grid(shiftTypeId, day);
    }

    /**
     * People the department wants per half hour of a day, midnight to midnight in the tenant's zone; a shift counts in the
     * half hours that lie wholly within it, and the night before still counts in the morning.
     */
    public Coverage needed(String department, LocalDate day) {
        var zone = tenants.settings().zone();
        var book = cache.book();
        var shifts = book.all().stream()
                .flatMap(type -> Stream.of(day.minusDays(1), day)
                        .flatMap(rotaDay -> type.on(rotaDay).stream()
                                .map(version -> new Wanted(
                                        version.type().on(rotaDay, zone),
                                        book.minimum(type.id(), department, rotaDay)))))
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
        table.want(new ShiftTypeBook.Wanted(shiftTypeId, department, weekday, validFrom, people));
        cache.change();
    }
}
