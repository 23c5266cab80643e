package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.handoff.ServiceReport.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceWindowTests {

    private static final Instant NOW = Instant.parse("2026-11-22T08:23:45.678Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void endsNowAndBeginsToTheMillisecond() {
        assertThat(ServiceWindow.QUARTER.from(NOW, SHANGHAI)).isEqualTo("2026-11-22T08:08:45.678Z");
        assertThat(ServiceWindow.HOUR.from(NOW, SHANGHAI)).isEqualTo("2026-11-22T07:23:45.678Z");
    }

    @Test
    void isDrawnInSlicesByTheClockOfWhichOnlyTheLastIsRunning() {
        assertThat(ServiceWindow.QUARTER.firstSlice(NOW, SHANGHAI)).isEqualTo("2026-11-22T08:09:00Z");
        assertThat(ServiceWindow.HOUR.firstSlice(NOW, SHANGHAI)).isEqualTo("2026-11-22T07:25:00Z");
        assertThat(span(ServiceWindow.QUARTER, NOW, SHANGHAI).slices()).isEqualTo(15);
        assertThat(span(ServiceWindow.HOUR, NOW, SHANGHAI).slices()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-11-21T15:59:59Z, 2026-11-20T16:00:00Z, 24",
        "Asia/Shanghai, 2026-11-21T16:00:00Z, 2026-11-21T16:00:00Z, 1",
        "America/New_York, 2026-11-22T04:30:00Z, 2026-11-21T05:00:00Z, 24",
        "Asia/Kolkata, 2026-11-22T18:29:59Z, 2026-11-21T18:30:00Z, 24",
        "Europe/Berlin, 2026-03-29T21:59:59Z, 2026-03-28T23:00:00Z, 23",
        "Europe/Berlin, 2026-10-25T22:59:59Z, 2026-10-24T22:00:00Z, 25",
        "America/Sao_Paulo, 2018-11-04T12:00:00Z, 2018-11-04T03:00:00Z, 10"
    })
    void beginsTheDayWhereTheTenantDoes(ZoneId zone, Instant now, Instant midnight, int hours) {
        assertThat(ServiceWindow.DAY.from(now, zone)).isEqualTo(midnight);
        assertThat(span(ServiceWindow.DAY, now, zone).slices()).isEqualTo(hours);
    }

    @ParameterizedTest
    @EnumSource(ServiceWindow.class)
    void hasASliceForEachStepAlsoWhereNobodyAsked(ServiceWindow window) {
        var span = span(window, NOW, SHANGHAI);
        var report = ServiceReport.of(window, span, List.of());
        assertThat(report.slices()).hasSize(span.slices());
        assertThat(report.slices().getLast().from()).isBeforeOrEqualTo(NOW);
        assertThat(Duration.between(report.slices().getLast().from(), NOW)).isLessThan(span.step());
        assertThat(report.figures()).isEqualTo(ServiceFigures.NONE);
        assertThat(report.figures().serviceLevel()).isNull();
    }

    private static Span span(ServiceWindow window, Instant now, ZoneId zone) {
        return new Span(window.from(now, zone), window.firstSlice(now, zone), window.step(), now);
    }
}
