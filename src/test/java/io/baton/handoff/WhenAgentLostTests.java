package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.identity.TenantSettings;
import io.baton.kernel.Tenant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenAgentLostTests {

    @Test
    void waitsAndThenQueuesAgainUnlessTheTenantSaysOtherwise() {
        assertThat(WhenAgentLost.of(settings(Map.of()))).isEqualTo(new WhenAgentLost(true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "'wait,requeue,ticket', true, true",
        "'wait, requeue , ticket', true, true",
        "'wait,requeue', true, true",
        "'requeue,ticket', false, true",
        "'requeue', false, true",
        "'wait,ticket', true, false",
        "'ticket', false, false"
    })
    void doesTheStepsThatAreNamed(String setting, boolean waits, boolean requeues) {
        assertThat(of(setting)).isEqualTo(new WhenAgentLost(waits, requeues));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait",
                "ticket,requeue",
                "requeue,wait",
                "wait,wait,ticket",
                "REQUEUE",
                "hang up",
                "wait,,ticket"
            })
    void doesNotCountWhatNobodyCanFollow(String setting) {
        assertThat(of(setting)).isEqualTo(new WhenAgentLost(true, true));
    }

    private static WhenAgentLost of(String setting) {
        return WhenAgentLost.of(settings(Map.of("handoff.when-agent-lost", setting)));
    }

    private static TenantSettings settings(Map<String, String> values) {
        return new TenantSettings(
                new Tenant("acme"),
                "Acme",
                ZoneId.of("Asia/Shanghai"),
                LocalTime.NOON,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                values);
    }
}
