package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.MovableClock;
import io.baton.chat.ClientFrame;
import io.baton.chat.Limits;
import io.baton.chat.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class QuotaTests {

    static final Limits.Rate UNSET = new Limits.Rate(0, 0);
    static final Limits LIMITS = new Limits(
            UNSET, UNSET, UNSET, 20, DataSize.ofKilobytes(64), DataSize.ofMegabytes(1), 50, 10, 60, 30, 120, List.of());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T07:00:00Z"));
    private final Quota agent = new Quota(LIMITS, Party.agent("kf001"), clock);
    private final Quota customer =
            new Quota(LIMITS, Party.customer(UUID.randomUUID().toString()), clock);

    @Test
    void letsAgentsSend60AtOnceAnd20EachSecond() {
        assertThat(passing(agent)).isEqualTo(60);
        clock.pass(Duration.ofSeconds(1));
        assertThat(passing(agent)).isEqualTo(20);
    }

    @Test
    void letsCustomersSend20AtOnceAnd5EachSecond() {
        assertThat(passing(customer)).isEqualTo(20);
        clock.pass(Duration.ofSeconds(1));
        assertThat(passing(customer)).isEqualTo(5);
    }

    @Test
    void tellsHowLongToWait() {
        passing(agent);
        var wait = agent.take(text());
        assertThat(wait).isEqualTo(50);
        clock.pass(Duration.ofMillis(wait));
        assertThat(agent.take(text())).isZero();
    }

    @Test
    void countsOtherFramesApart() {
        passing(agent);
        assertThat(agent.take(new ClientFrame.Ping(null))).isZero();
    }

    @Test
    void neverFillsBeyondTheBurst() {
        clock.pass(Duration.ofHours(1));
        assertThat(passing(agent)).isEqualTo(60);
    }

    @Test
    void tolerates20BrokenFramesAMinute() {
        for (int i = 0; i < 20; i++) {
            assertThat(agent.toleratesMalformed()).isTrue();
        }
        assertThat(agent.toleratesMalformed()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(agent.toleratesMalformed()).isTrue();
    }

    @Test
    void passesOneTypingASecondInEachConversation() {
        var first = new ClientFrame.Typing(null, UUID.randomUUID(), null);
        var second = new ClientFrame.Typing(null, UUID.randomUUID(), null);
        assertThat(agent.passes(first)).isTrue();
        assertThat(agent.passes(second)).isTrue();
        assertThat(agent.passes(first)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(agent.passes(first)).isTrue();
    }

    private static int passing(Quota quota) {
        var passed = 0;
        while (quota.take(text()) == 0) {
            passed++;
        }
        return passed;
    }

    private static ClientFrame text() {
        return new ClientFrame.Text(UUID.randomUUID().toString(), UUID.randomUUID(), "hi", null);
    }
}
