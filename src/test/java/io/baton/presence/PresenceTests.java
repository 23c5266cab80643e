package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.baton.MovableClock;
import io.baton.kernel.Actor;
import io.baton.kernel.Tenant;
import io.baton.rota.Rota;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTests {

    private static final Tenant ACME = new Tenant("acme");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T07:00:00Z"));
    private final Choices choices = mock();
    private final Rota rota = mock();
    private final Announcer announcer = mock();
    private final Map<String, State> chosen = new HashMap<>();
    private final Presence presence =
            new Presence(new LocalLeases(), choices, rota, () -> Optional.of(Actor.system(ACME)), announcer, clock);

    @BeforeEach
    void begin() {
        when(rota.onShift(any())).thenReturn(Set.of("kf001"));
        when(choices.of(any())).thenAnswer(call -> {
            Collection<String> people = call.getArgument(0);
            var found = new HashMap<String, State>();
            people.forEach(person -> found.put(person, chosen.getOrDefault(person, State.ONLINE)));
            return found;
        });
    }

    @Test
    void showsGreenOnShiftAndConnected() {
        presence.connected("kf001", "tab");
        assertThat(presence.of("kf001")).isEqualTo(new Status(State.ONLINE, true, true, Light.GREEN));
    }

    @Test
    void showsYellowConnectedOffShift() {
        presence.connected("kf002", "tab");
        assertThat(presence.of("kf002").light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void showsRedOnShiftAndNotConnected() {
        assertThat(presence.of("kf001")).isEqualTo(new Status(State.OFFLINE, false, true, Light.RED));
    }

    @Test
    void showsWhiteOffShiftAndNotConnected() {
        assertThat(presence.of("kf002").light()).isEqualTo(Light.WHITE);
    }

    @Test
    void letsThePersonChooseButNeverBeOnlineWithoutADevice() {
        chosen.put("kf001", State.AWAY);
        assertThat(presence.of("kf001").state()).isEqualTo(State.OFFLINE);
        presence.connected("kf001", "tab");
        assertThat(presence.of("kf001").state()).isEqualTo(State.AWAY);
        chosen.put("kf001", State.OFFLINE);
        assertThat(presence.of("kf001")).returns(State.OFFLINE, Status::state).returns(true, Status::connected);
    }

    @Test
    void seesACleanSignOutAtOnce() {
        presence.connected("kf001", "tab");
        presence.disconnected("kf001", "tab", true);
        assertThat(presence.of("kf001").connected()).isFalse();
        verify(announcer).lost(any(), anyString(), eq(true), any(), any());
    }

    @Test
    void seesALostConnectionAfterTheGraceOnly() {
        presence.connected("kf001", "tab");
        presence.disconnected("kf001", "tab", false);
        clock.pass(Presence.GRACE.minusSeconds(1));
        presence.announceLost(ACME);
        assertThat(presence.of("kf001").connected()).isTrue();
        verify(announcer, never()).lost(any(), any(), anyBoolean(), any(), any());
        clock.pass(Duration.ofSeconds(1));
        assertThat(presence.of("kf001").connected()).isFalse();
        presence.announceLost(ACME);
        presence.announceLost(ACME);
        verify(announcer, times(1)).lost(any(), anyString(), eq(false), any(), any());
    }

    @Test
    void doesNotMindAReloadWithinTheGrace() {
        presence.connected("kf001", "before");
        presence.disconnected("kf001", "before", false);
        clock.pass(Duration.ofSeconds(5));
        presence.connected("kf001", "after");
        clock.pass(Duration.ofSeconds(80));
        presence.announceLost(ACME);
        verify(announcer, never()).lost(any(), any(), anyBoolean(), any(), any());
        verify(announcer, times(1)).back(any(), any(), any(), any());
    }

    @Test
    void keepsAPersonWhoHasAnotherDevice() {
        presence.connected("kf001", "desk");
        presence.connected("kf001", "phone");
        presence.disconnected("kf001", "desk", true);
        assertThat(presence.of("kf001").connected()).isTrue();
        presence.disconnected("kf001", "phone", true);
        assertThat(presence.of("kf001").connected()).isFalse();
        verify(announcer, times(1)).lost(any(), any(), anyBoolean(), any(), any());
    }

    @Test
    void losesADeviceThatFallsSilentAndTakesItBackWithTheNextHeartbeat() {
        presence.connected("kf001", "tab");
        clock.pass(Presence.LEASE);
        presence.announceLost(ACME);
        verify(announcer).lost(any(), anyString(), eq(false), any(), any());
        presence.heartbeat("kf001", "tab");
        verify(announcer, times(2)).back(any(), any(), any(), any());
        assertThat(presence.of("kf001").connected()).isTrue();
    }

    @Test
    void readsManyPeopleAtOnce() {
        assertThat(presence.of(List.of("kf001", "kf002", "nobody")))
                .containsOnlyKeys("kf001", "kf002", "nobody")
                .extractingByKey("nobody")
                .isEqualTo(Status.UNKNOWN);
        verify(rota, times(1)).onShift(any());
    }

    @Test
    void announcesTheLightWhenAShiftBegins() {
        presence.announceShift("kf001", true);
        verify(announcer)
                .changed(
                        ACME,
                        "kf001",
                        new Status(State.OFFLINE, false, false, Light.WHITE),
                        new Status(State.OFFLINE, false, true, Light.RED));
    }
}
