package io.baton.identity;

import io.baton.kernel.Problem;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The browser sessions of all nodes. While Redis is away a request that brings a session is refused with 503
 * {@code unavailable}; a session that Redis has lost, or that an older Baton wrote in another form, is simply over.
 */
final class SharedSessions<S extends Session> implements SessionRepository<SharedSession<S>> {

    private static final Logger log = LoggerFactory.getLogger(SharedSessions.class);
    private static final long RETRY_AFTER_SECONDS = 5;

    private final SessionRepository<S> stored;
    private final SessionEnds ends;

    private SharedSessions(SessionRepository<S> stored, SessionEnds ends) {
        this.stored = stored;
        this.ends = ends;
    }

    static <S extends Session> SharedSessions<S> over(SessionRepository<S> stored, SessionEnds ends) {
        return new SharedSessions<>(stored, ends);
    }

    @Override
    public SharedSession<S> createSession() {
        return new SharedSession<>(stored.createSession(), true);
    }

    /** Never fails: the answer is on its way already, and what is not kept makes the person log in once more. */
    @Override
    public void save(SharedSession<S> session) {
        if (!session.isChanged()) {
            return;
        }
        try {
            stored.save(session.stored());
            session.written();
        } catch (RuntimeException lostMeanwhile) {
            log.warn("a session could not be kept: {}", lostMeanwhile.toString());
        }
    }

    @Override
    public @Nullable SharedSession<S> findById(String id) {
        try {
            var found = ask(() -> stored.findById(id));
            return found == null ? null : new SharedSession<>(found, false);
        } catch (SerializationException writtenByAnotherVersion) {
            log.info("a session of another version is over");
            deleteById(id);
            return null;
        }
    }

    /** Ends a session on every node; refuses with 503 when that cannot be made sure of. */
    @Override
    public void deleteById(String id) {
        ask(() -> {
            stored.deleteById(id);
            ends.ended(id);
            return true;
        });
    }

    static <T> @Nullable T ask(Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (SerializationException damaged) {
            throw damaged;
        } catch (RuntimeException away) {
            log.warn("browser sessions cannot be reached: {}", away.toString());
            throw Problem.of(503, "unavailable", Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
        }
    }
}
