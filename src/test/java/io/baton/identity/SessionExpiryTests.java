package io.baton.identity;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.baton.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** Sessions that run out while a socket of theirs is open. */
class SessionExpiryTests {

    private static final Duration HOURS = Duration.ofHours(8);

    private final SessionRepository<MapSession> stored = mock();
    private final SessionEnds ends = mock();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T07:00:00Z"));
    private final SessionExpiry expiry = new SessionExpiry(SharedSessions.over(stored, ends), ends, HOURS, clock);

    @Test
    void doesNotAskBeforeASessionCanHaveRunOut() {
        expiry.watch("s");
        clock.pass(HOURS.minusSeconds(1));
        expiry.look();
        verify(stored, never()).findById(any());
        verify(ends, never()).tell(any());
    }

    @Test
    void tellsOnceThatASessionHasRunOut() {
        expiry.watch("s");
        clock.pass(HOURS);
        expiry.look();
        expiry.look();
        verify(ends, times(1)).tell("s");
    }

    @Test
    void waitsOnForASessionThatWasUsedOnAnotherNode() {
        expiry.watch("s");
        clock.pass(HOURS);
        var used = new MapSession("s");
        used.setMaxInactiveInterval(HOURS);
        used.setLastAccessedTime(clock.instant().minusSeconds(600));
        when(stored.findById("s")).thenReturn(used);
        expiry.look();
        verify(ends, never()).tell(any());
        when(stored.findById("s")).thenReturn(null);
        clock.pass(HOURS.minusSeconds(600));
        expiry.look();
        verify(ends, never()).tell(any());
        clock.pass(Duration.ofSeconds(60));
        expiry.look();
        verify(ends).tell("s");
    }

    @Test
    void closesNothingBecauseRedisIsAway() {
        expiry.watch("s");
        clock.pass(HOURS);
        when(stored.findById("s")).thenThrow(new RedisConnectionFailureException("away"));
        expiry.look();
        verify(ends, never()).tell(any());
    }
}
