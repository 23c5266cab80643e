package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.ProcessTest;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What departments want, on a real database. */
@ProcessTest
class StaffingTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    @Autowired
    private Staffing staffing;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private TenantScope scope;

    private String department = "";
    private UUID early = new UUID(0, 0);
    private UUID night = new UUID(0, 0);

    @BeforeEach
    void begin() {
        department = "st-" + Ids.next();
        early = add("st-early", LocalTime.of(6, 0), LocalTime.of(14, 15));
        night = add("st-night", LocalTime.of(22, 0), LocalTime.of(6, 0));
    }

    @Test
    void wantsNobodyUntilSomethingIsSaid() {
        assertThat(minimum(early, MONDAY)).isZero();
        assertThat(needed(MONDAY)).hasSize(48).allMatch(interval -> interval.people() == 0);
    }

    @Test
    void wantsWhatWasSaidForTheWeekdayAndTheDepartment() {
        want(early, DayOfWeek.MONDAY, 3, BEGINNING);

        assertThat(minimum(early, MONDAY)).isEqualTo(3);
        assertThat(minimum(early, MONDAY.plusDays(1))).isZero();
        assertThat(minimum(early, MONDAY.plusWeeks(100))).isEqualTo(3);
        assertThat(minimum(night, MONDAY)).isZero();
        assertThat(in(ACME, () -> staffing.minimum(early, "another", MONDAY))).isZero();
        assertThat(in(new Tenant("globex"), () -> staffing.minimum(early, department, MONDAY)))
                .isZero();
    }

    @Test
    void keepsWhatWasSaidForTheDaysBefore() {
        want(early, DayOfWeek.MONDAY, 3, BEGINNING);
        want(early, DayOfWeek.MONDAY, 5, MONDAY);
        want(early, DayOfWeek.MONDAY, 0, MONDAY.plusWeeks(2));

        assertThat(minimum(early, BEGINNING.minusDays(5))).isZero();
        assertThat(minimum(early, MONDAY.minusWeeks(1))).isEqualTo(3);
        assertThat(minimum(early, MONDAY)).isEqualTo(5);
        assertThat(minimum(early, MONDAY.plusWeeks(1))).isEqualTo(5);
        assertThat(minimum(early, MONDAY.plusWeeks(2))).isZero();
    }

    @Test
    void replacesWhatIsSaidAgainForTheSameDay() {
        want(early, DayOfWeek.MONDAY, 3, MONDAY);
        want(early, DayOfWeek.MONDAY, 4, MONDAY);

        assertThat(minimum(early, MONDAY)).isEqualTo(4);
    }

    @Test
    void countsHalfHoursThatAShiftCoversWholly() {
        want(early, DayOfWeek.MONDAY, 3, BEGINNING);
        want(night, DayOfWeek.SUNDAY, 1, BEGINNING);
        want(night, DayOfWeek.MONDAY, 2, BEGINNING);

        var people = needed(MONDAY).stream().map(Coverage.Interval::people).toList();

        assertThat(people.subList(0, 12)).as("the night before").containsOnly(1);
        assertThat(people.subList(12, 28)).as("early").containsOnly(3);
        assertThat(people.subList(28, 44))
                .as("the quarter of an hour after two counts not")
                .containsOnly(0);
        assertThat(people.subList(44, 48)).as("the night").containsOnly(2);
    }

    @Test
    void refusesNumbersThatNobodyCanWant() {
        assertThatThrownBy(() -> want(early, DayOfWeek.MONDAY, -1, MONDAY))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> want(early, DayOfWeek.MONDAY, Staffing.MOST + 1, MONDAY))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID add(String code, LocalTime start, LocalTime end) {
        return in(ACME, () -> {
            types.add(new ShiftType(Ids.next(), code, code, code, "#000000", start, end, List.of()));
            return types.all().stream()
                    .filter(type -> type.code().equals(code))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    private void want(UUID type, DayOfWeek weekday, int people, LocalDate from) {
        scope.run(ACME, () -> staffing.want(type, department, weekday, people, from));
    }

    private int minimum(UUID type, LocalDate day) {
        return in(ACME, () -> staffing.minimum(type, department, day));
    }

    private List<Coverage.Interval> needed(LocalDate day) {
        return in(ACME, () -> staffing.needed(department, day)).intervals();
    }

    private <T> T in(Tenant tenant, Supplier<T> work) {
        return scope.call(tenant, work);
    }
}
