package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.identity.TenantSettings;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlinesTests {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void givesUpAfterTenMinutes() {
        assertThat(deadlines(Map.of()).giveUpAt(NOON, Instant.MAX)).isEqualTo(NOON.plusSeconds(600));
        assertThat(deadlines(Map.of()).giveUpAt(NOON, NOON.plusSeconds(601))).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void givesUpAtClosingTimeWhenThatIsEarlier() {
        assertThat(deadlines(Map.of()).giveUpAt(NOON, NOON.plusSeconds(300))).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void takesEachDeadlineFromTheTenant() {
        var deadlines = deadlines(Map.of(
                "handoff.offer-timeout", "PT5S",
                "handoff.transfer-timeout", "PT6S",
                "handoff.escalate-first-after", "PT7S",
                "handoff.escalate-again-after", "PT8S",
                "handoff.step-in-remind-after", "PT9S",
                "handoff.pause-for", "PT10S",
                "handoff.customer-lost-for", "PT11S",
                "handoff.give-up-after", "PT12S"));
        assertThat(deadlines.offerTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(deadlines.transferTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(deadlines.escalateFirstAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(deadlines.escalateAgainAfter()).isEqualTo(Duration.ofSeconds(8));
        assertThat(deadlines.stepInRemindAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(deadlines.pauseFor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(deadlines.customerLostFor()).isEqualTo(Duration.ofSeconds(11));
        assertThat(deadlines.giveUpAt(NOON, Instant.MAX)).isEqualTo(NOON.plusSeconds(12));
    }

    private static Deadlines deadlines(Map<String, String> values) {
        return new Deadlines(new TenantSettings(
                new Tenant("acme"),
                "Acme",
                ZoneId.of("Asia/Shanghai"),
                LocalTime.NOON,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                values));
    }
}
