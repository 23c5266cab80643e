package io.baton.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells every node of each session that was ended: at once where it was ended, within a second on the others. An end is
 * written down and not concluded from a session's absence, so that an emptied Redis closes no socket.
 */
@Component
class SessionEnds {

    private static final Logger log = LoggerFactory.getLogger(SessionEnds.class);
    private static final String ENDED = "baton:sessions:ended";

    /** More than nodes are ever apart in time or away from Redis for a moment. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final StringRedisTemplate redis;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    SessionEnds(StringRedisTemplate redis, ApplicationEventPublisher events, Clock clock) {
        this.redis = redis;
        this.events = events;
        this.clock = clock;
    }

    /** A session was ended on purpose. */
    void ended(String id) {
        redis.opsForZSet().add(ENDED, id, clock.millis());
        tell(id);
    }

    /** A session is over, on this node at least. */
    void tell(String id) {
        if (told.putIfAbsent(id, clock.instant()) == null) {
            events.publishEvent(new SessionEnded(id));
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void listen() {
        try {
            var since = clock.instant().minus(KEPT).toEpochMilli();
            var ended = redis.opsForZSet().rangeByScore(ENDED, since, Double.POSITIVE_INFINITY);
            if (ended != null) {
                ended.forEach(this::tell);
            }
        } catch (RuntimeException away) {
            log.debug("ended sessions cannot be read: {}", away.toString());
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void forget() {
        var before = clock.instant().minus(KEPT);
        told.values().removeIf(at -> at.isBefore(before.minus(KEPT)));
        try {
            redis.opsForZSet().removeRangeByScore(ENDED, Double.NEGATIVE_INFINITY, before.toEpochMilli());
        } catch (RuntimeException away) {
            log.debug("ended sessions cannot be forgotten: {}", away.toString());
        }
    }
}
