package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OvertimeTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.25", "1.3", "24.5", "1000000000"})
    void refusesHoursThatAreNoHalfHoursOfADay(String hours) {
        assertThatThrownBy(() -> new Overtime(DAY, new BigDecimal(hours), "盘点"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void refusesToBeWithoutAReason() {
        assertThatThrownBy(() -> new Overtime(DAY, BigDecimal.ONE, "  ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Overtime(DAY, BigDecimal.ONE, "长".repeat(201)))
                .isInstanceOf(Problem.class);
        assertThat(new Overtime(DAY, BigDecimal.ONE, " 盘点 ").reason()).isEqualTo("盘点");
    }

    @Test
    void isTheSameHoweverTheHoursAreWritten() {
        assertThat(new Overtime(DAY, new BigDecimal("2.50"), "盘点").cause())
                .isEqualTo(new Overtime(DAY, new BigDecimal("2.5"), "盘点").cause())
                .isEqualTo("2026-11-21 2.5 h 盘点");
    }

    @Property
    void makesAWholeDayOfTheHoursOfADay(
            @ForAll @IntRange(min = 1, max = 16) int perDay, @ForAll @IntRange(min = 1, max = 48) int halves) {
        var hoursPerDay = BigDecimal.valueOf(perDay).divide(BigDecimal.TWO);
        var half = new Overtime(DAY, new BigDecimal("0.5"), "盘点").days(hoursPerDay);
        var sum = IntStream.range(0, perDay).mapToObj(each -> half).reduce(BigDecimal.ZERO, BigDecimal::add);
        var hours = BigDecimal.valueOf(halves).divide(BigDecimal.TWO);

        assertThat(sum).isBetween(BigDecimal.ONE, new BigDecimal("1.01"));
        assertThat(new Overtime(DAY, hours, "盘点").days(hoursPerDay).multiply(hoursPerDay))
                .isGreaterThanOrEqualTo(hours);
    }
}
