package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.baton.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** When a session is written, and what happens when it cannot be. */
class SharedSessionTests {

    private final SessionRepository<MapSession> stored = mock();
    private final SessionEnds ends = mock();
    private final SharedSessions<MapSession> sessions = SharedSessions.over(stored, ends);

    @Test
    void writesANewSessionAndOneThatChanged() {
        when(stored.createSession()).thenReturn(new MapSession());
        var session = sessions.createSession();
        sessions.save(session);
        sessions.save(session);
        verify(stored, times(1)).save(any());
        session.setAttribute("name", "value");
        sessions.save(session);
        session.removeAttribute("name");
        sessions.save(session);
        session.changeSessionId();
        sessions.save(session);
        verify(stored, times(4)).save(any());
    }

    @Test
    void writesTheTimeOfUseOnceAMinuteOnly() {
        var session = known();
        session.setLastAccessedTime(Instant.now().plusSeconds(50));
        sessions.save(session);
        verify(stored, never()).save(any());
        session.setLastAccessedTime(Instant.now().plusSeconds(70));
        sessions.save(session);
        verify(stored, times(1)).save(any());
        assertThat(session.getLastAccessedTime()).isAfter(Instant.now().plusSeconds(60));
    }

    @Test
    void refusesARequestWhoseSessionCannotBeRead() {
        when(stored.findById("s")).thenThrow(new RedisConnectionFailureException("away"));
        assertThatThrownBy(() -> sessions.findById("s")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("unavailable");
        });
    }

    @Test
    void refusesALogOutThatCannotBeKept() {
        doThrow(new RedisConnectionFailureException("away")).when(stored).deleteById("s");
        assertThatThrownBy(() -> sessions.deleteById("s")).isInstanceOf(Problem.class);
        verify(ends, never()).ended(any());
    }

    @Test
    void doesNotSpoilAnAnswerWithASessionThatEndedMeanwhile() {
        doThrow(new IllegalStateException("Session was invalidated"))
                .when(stored)
                .save(any());
        var session = known();
        session.setAttribute("name", "value");
        sessions.save(session);
        verify(stored).save(any());
    }

    @Test
    void endsWhatAnotherVersionWrote() {
        when(stored.findById("s")).thenThrow(new SerializationException("of another class"));
        assertThat(sessions.findById("s")).isNull();
        verify(stored).deleteById("s");
    }

    @Test
    void keepsWhatASessionHolds() {
        var session = known();
        session.setMaxInactiveInterval(Duration.ofHours(8));
        session.setAttribute("name", "value");
        assertThat(session.<String>getAttribute("name")).isEqualTo("value");
        assertThat(session.getAttributeNames()).containsExactly("name");
        assertThat(session.getMaxInactiveInterval()).isEqualTo(Duration.ofHours(8));
        assertThat(session.isExpired()).isFalse();
        assertThat(session.getCreationTime()).isBeforeOrEqualTo(Instant.now());
    }

    private SharedSession<MapSession> known() {
        var session = new MapSession("s");
        when(stored.findById("s")).thenReturn(session);
        return java.util.Objects.requireNonNull(sessions.findById("s"));
    }
}
