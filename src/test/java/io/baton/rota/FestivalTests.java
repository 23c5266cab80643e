package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of festivals by the moon and by the sun, held against those of published almanacs. */
class FestivalTests {

    @ParameterizedTest
    @CsvSource({
        "SPRING, 2023-01-22",
        "SPRING, 2024-02-10",
        "SPRING, 2027-02-06",
        "SPRING, 2034-02-19",
        "QINGMING, 2023-04-05",
        "QINGMING, 2024-04-04",
        "QINGMING, 2027-04-05",
        "QINGMING, 2028-04-04",
        "DRAGON_BOAT, 2020-06-25",
        "DRAGON_BOAT, 2024-06-10",
        "DRAGON_BOAT, 2027-06-09",
        "MID_AUTUMN, 2020-10-01",
        "MID_AUTUMN, 2024-09-17",
        "MID_AUTUMN, 2027-09-15"
    })
    void fallsOn(Festival festival, LocalDate date) {
        assertThat(festival.includes(date)).isTrue();
    }

    @Test
    void hasANewYearsEveSince2025Only() {
        assertThat(Festival.SPRING.includes(LocalDate.of(2024, 2, 9))).isFalse();
        assertThat(Festival.SPRING.includes(LocalDate.of(2025, 1, 28))).isTrue();
        assertThat(Festival.SPRING.includes(LocalDate.of(2026, 2, 20))).isFalse();
        assertThat(Festival.LABOUR.includes(LocalDate.of(2024, 5, 2))).isFalse();
        assertThat(Festival.LABOUR.includes(LocalDate.of(2025, 5, 2))).isTrue();
    }

    /** 2025 has its sixth month twice, 2028 its fifth: the second one has no Dragon Boat Festival. */
    @Test
    void comesOnceInAYearWithALeapMonth() {
        assertThat(days(2028, Festival.DRAGON_BOAT)).containsExactly(LocalDate.of(2028, 5, 28));
        assertThat(LunarDay.of(LocalDate.of(2028, 6, 27))).isEqualTo(new LunarDay(5, 5, true));
    }

    @Test
    void comesOnceInEveryYearThatCanBeRead() {
        assertThat(years()).allSatisfy(year -> {
            assertThat(days(year, Festival.DRAGON_BOAT)).as("%d", year).hasSize(1);
            assertThat(days(year, Festival.MID_AUTUMN)).as("%d", year).hasSize(1);
            assertThat(days(year, Festival.SPRING)).as("%d", year).hasSize(year < 2025 ? 3 : 4);
        });
    }

    /** Too near to midnight to tell is rare, and then nothing is claimed. */
    @Test
    void knowsQingmingInNearlyEveryYear() {
        var found = years().stream().map(year -> days(year, Festival.QINGMING)).toList();

        assertThat(found).allSatisfy(days -> assertThat(days).hasSizeLessThanOrEqualTo(1));
        assertThat(found.stream().flatMap(List::stream))
                .hasSizeGreaterThan(years().size() - 6)
                .allSatisfy(day -> assertThat(day.getDayOfMonth()).isBetween(4, 5));
    }

    /** The equinoxes of spring of 2024 and 2026: 03:06 and 14:46 UTC. */
    @Test
    void seesTheSunWhereItStands() {
        assertThat(SolarTerm.longitudeAtMidnight(LocalDate.of(2024, 3, 21))).isCloseTo(0.53, within(0.02));
        assertThat(SolarTerm.longitudeAtMidnight(LocalDate.of(2026, 3, 21))).isCloseTo(0.05, within(0.02));
    }

    @Test
    void readsTwoFestivalsFromOneName() {
        assertThat(Festival.namedBy("国庆节、中秋节")).containsExactlyInAnyOrder(Festival.NATIONAL, Festival.MID_AUTUMN);
        assertThat(Festival.namedBy("Company day")).isEmpty();
    }

    private static List<Integer> years() {
        return IntStream.rangeClosed(HolidayNotice.FIRST, 2060).boxed().toList();
    }

    private static List<LocalDate> days(int year, Festival festival) {
        Stream<LocalDate> all = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
        return Objects.requireNonNull(all.filter(festival::includes).toList());
    }
}
