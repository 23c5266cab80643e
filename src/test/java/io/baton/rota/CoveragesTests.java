package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.baton.ProcessTest;
import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** People against what is wanted, in zones in which the clock is moved and in which it is not. */
@ProcessTest
class CoveragesTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final LocalDate SPRING = LocalDate.of(2031, 3, 30);
    private static final LocalDate AUTUMN = LocalDate.of(2031, 10, 26);

    @Autowired
    private AssignmentTable table;

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private ShiftTypeCache cache;

    @Autowired
    private ShiftTypeTable typeTable;

    @Autowired
    private CurrentActor current;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    private String department = "";
    private ShiftType night = type("co-night");

    @BeforeEach
    void begin() {
        department = "co-" + Ids.next();
        night = scope.call(ACME, () -> {
            types.add(type("co-night"));
            return types.all().stream()
                    .filter(type -> type.code().equals("co-night"))
                    .findFirst()
                    .orElseThrow();
        });
        Stream.of("a", "b")
                .forEach(name -> scope.run(
                        ACME,
                        () -> agents.save(
                                new Agent(name + department, name, department, Set.of(), 2, false, 4, true))));
    }

    @Test
    void countsTheHalfHoursOfDaysOnWhichTheClockIsMoved() {
        var spring = day("Europe/Berlin", SPRING);
        var autumn = day("Europe/Berlin", AUTUMN);

        assertThat(spring.people()).hasSize(46);
        assertThat(spring.minimum()).hasSize(46);
        assertThat(autumn.people()).hasSize(50);
        assertThat(autumn.minimum()).hasSize(50);
        assertThat(day("Europe/Berlin", SPRING.plusDays(1)).people()).hasSize(48);
        assertThat(day("Australia/Lord_Howe", LocalDate.of(2031, 10, 5)).people())
                .hasSize(47);
    }

    @Test
    void beginsAtMidnightWhereTheZoneIsAQuarterOfAnHourOff() {
        var zone = ZoneId.of("Asia/Kathmandu");
        var day = day(zone.getId(), SPRING);

        assertThat(day.people()).hasSize(48);
        assertThat(day.start()).isEqualTo(SPRING.atStartOfDay(zone).toInstant());
    }

    @Test
    void countsANightThatTheClockMakesShorterOrLonger() {
        plan("Europe/Berlin", "a", SPRING.minusDays(1));
        plan("Europe/Berlin", "a", AUTUMN.minusDays(1));

        assertThat(day("Europe/Berlin", SPRING).people().subList(0, 10)).containsOnly(1);
        assertThat(day("Europe/Berlin", SPRING).people().subList(10, 46)).containsOnly(0);
        assertThat(day("Europe/Berlin", AUTUMN).people().subList(0, 14)).containsOnly(1);
        assertThat(day("Europe/Berlin", AUTUMN).people().subList(14, 50)).containsOnly(0);
    }

    @Test
    void wantsANightWithTheHoursItHas() {
        want(DayOfWeek.SATURDAY, 3);

        assertThat(day("Europe/Berlin", SPRING).minimum().subList(0, 10)).containsOnly(3);
        assertThat(day("Europe/Berlin", SPRING).minimum().subList(10, 46)).containsOnly(0);
        assertThat(day("Europe/Berlin", AUTUMN).minimum().subList(0, 14)).containsOnly(3);
        assertThat(day("Europe/Berlin", SPRING.minusDays(1)).minimum())
                .isEqualTo(join(Collections.nCopies(44, 0), Collections.nCopies(4, 3)));
    }

    @Test
    void tellsWhereTooFewWork() {
        want(DayOfWeek.SATURDAY, 2);
        plan("Asia/Shanghai", "a", SPRING.minusDays(1));

        var days = coverages("Asia/Shanghai", SPRING.minusDays(1), SPRING);

        assertThat(days.getFirst().people().getLast()).isEqualTo(1);
        assertThat(days.getFirst().minimum().getLast()).isEqualTo(2);
        assertThat(days.getLast().people().getFirst()).isEqualTo(1);
        assertThat(days.getLast().minimum().getFirst()).isEqualTo(2);
    }

    @Test
    void keepsDepartmentsApart() {
        plan("Asia/Shanghai", "a", SPRING);
        scope.run(ACME, () -> agents.save(new Agent("o" + department, "o", "other", Set.of(), 2, false, 4, true)));

        var all = transactional(() -> on("Asia/Shanghai").of(null, SPRING, SPRING));

        assertThat(all)
                .extracting(DepartmentCoverage::department)
                .contains(department, "other")
                .isSorted();
        assertThat(all)
                .filteredOn(it -> it.department().equals("other"))
                .allSatisfy(it -> assertThat(it.days().getFirst().people()).containsOnly(0));
    }

    private static List<Integer> join(List<Integer> first, List<Integer> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void want(DayOfWeek weekday, int people) {
        scope.run(
                ACME,
                () -> transactions.executeWithoutResult(status ->
                        typeTable.want(new ShiftTypeBook.Wanted(night.id(), department, weekday, BEGINNING, people))));
        cache.dropAll();
    }

    private void plan(String zone, String name, LocalDate day) {
        var row = new Assignment(
                Ids.next(),
                name + department,
                day,
                night.on(day, ZoneId.of(zone)),
                night.id(),
                Assignment.Status.ACTIVE,
                null,
                null);
        assertThat(transactional(() -> table.insert(List.of(row)))).hasSize(1);
    }

    private DepartmentCoverage.Day day(String zone, LocalDate day) {
        return coverages(zone, day, day).getFirst();
    }

    private List<DepartmentCoverage.Day> coverages(String zone, LocalDate from, LocalDate to) {
        return transactional(() -> on(zone).of(department, from, to)).getFirst().days();
    }

    private <T> T transactional(Supplier<T> work) {
        return scope.call(ACME, () -> transactions.execute(status -> work.get()));
    }

    /** As the tenant would have it in this zone. */
    private Coverages on(String zone) {
        var tenants = mock(Tenants.class);
        when(tenants.settings())
                .thenReturn(new TenantSettings(
                        ACME,
                        "Acme",
                        ZoneId.of(zone),
                        LocalTime.NOON,
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT,
                        Map.of()));
        return new Coverages(table, agents, new Staffing(cache, typeTable, tenants), tenants);
    }

    private static ShiftType type(String code) {
        return new ShiftType(
                UUID.randomUUID(), code, code, code, "#000000", LocalTime.of(22, 0), LocalTime.of(6, 0), List.of());
    }
}
