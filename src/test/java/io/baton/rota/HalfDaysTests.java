package io.baton.rota;

import static io.baton.rota.Half.AFTERNOON;
import static io.baton.rota.Half.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.kernel.TimeWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfDaysTests {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,MORNING,2026-11-24,MORNING,0.5",
        "2026-11-24,AFTERNOON,2026-11-24,AFTERNOON,0.5",
        "2026-11-24,MORNING,2026-11-24,AFTERNOON,1",
        "2026-11-24,AFTERNOON,2026-11-25,MORNING,1",
        "2026-11-24,AFTERNOON,2026-11-27,MORNING,3",
        "2026-12-31,AFTERNOON,2027-01-01,AFTERNOON,1.5"
    })
    void countsHalfDays(LocalDate start, Half from, LocalDate end, Half to, BigDecimal days) {
        assertThat(new HalfDays(start, from, end, to).days()).isEqualByComparingTo(days);
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HalfDays(TUESDAY, AFTERNOON, TUESDAY, MORNING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HalfDays(TUESDAY, MORNING, TUESDAY.minusDays(1), AFTERNOON));
    }

    @Test
    void spansMidnightToMidnightInTheZoneOfTheTenant() {
        assertThat(HalfDays.of(TUESDAY).window(SHANGHAI, LocalTime.NOON))
                .isEqualTo(
                        new TimeWindow(Instant.parse("2026-11-23T16:00:00Z"), Instant.parse("2026-11-24T16:00:00Z")));
    }

    @Test
    void cutsTheDayAtTheNoonOfTheTenant() {
        var one = LocalTime.of(13, 0);
        assertThat(HalfDays.of(TUESDAY, MORNING).window(SHANGHAI, one).end())
                .isEqualTo(HalfDays.of(TUESDAY, AFTERNOON).window(SHANGHAI, one).start())
                .isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
    }

    @Test
    void hasTwentyThreeAndTwentyFiveHoursWhenTheClockIsMoved() {
        var spring = HalfDays.of(LocalDate.of(2026, 3, 29)).window(BERLIN, LocalTime.NOON);
        var autumn = HalfDays.of(LocalDate.of(2026, 10, 25)).window(BERLIN, LocalTime.NOON);

        assertThat(spring.duration()).isEqualTo(Duration.ofHours(23));
        assertThat(autumn.duration()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void touchesTheNextDayWithoutOverlappingIt() {
        var today = HalfDays.of(TUESDAY).window(SHANGHAI, LocalTime.NOON);
        var tomorrow = HalfDays.of(TUESDAY.plusDays(1)).window(SHANGHAI, LocalTime.NOON);

        assertThat(today.end()).isEqualTo(tomorrow.start());
        assertThat(today.overlaps(tomorrow)).isFalse();
    }

    @Test
    void knowsWhichHalvesOfADayItMeans() {
        var span = new HalfDays(TUESDAY, AFTERNOON, TUESDAY.plusDays(2), MORNING);

        assertThat(span.on(TUESDAY.minusDays(1))).isEmpty();
        assertThat(span.on(TUESDAY)).containsExactly(AFTERNOON);
        assertThat(span.on(TUESDAY.plusDays(1))).containsExactly(MORNING, AFTERNOON);
        assertThat(span.on(TUESDAY.plusDays(2))).containsExactly(MORNING);
        assertThat(span.on(TUESDAY.plusDays(3))).isEmpty();
    }
}
