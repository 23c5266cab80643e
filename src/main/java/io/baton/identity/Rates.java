package io.baton.identity;

import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Counts what somebody does within a minute, over all nodes; each node for itself while Redis is away. */
@Component
public class Rates {

    private static final Logger log = LoggerFactory.getLogger(Rates.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Map<String, AtomicInteger> local = new ConcurrentHashMap<>();
    private volatile long localWindow;

    Rates(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Passes so many times in a minute; then refuses with 429 {@code slow_down} until the minute is over. */
    public void require(String what, int most) {
        if (count(what) > most) {
            throw Problem.tooMany("slow_down", secondsLeft());
        }
    }

    private long count(String what) {
        var window = clock.millis() / WINDOW.toMillis();
        try {
            var counter = "baton:rate:" + what + ":" + window;
            var count = Objects.requireNonNull(redis.opsForValue().increment(counter));
            if (count == 1) {
                redis.expire(counter, WINDOW.multipliedBy(2));
            }
            return count;
        } catch (RuntimeException away) {
            log.debug("Redis is away, this node counts for itself");
            return countHere(what, window);
        }
    }

    private long countHere(String what, long window) {
        if (window != localWindow) {
            localWindow = window;
            local.clear();
        }
        return local.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }

    private long secondsLeft() {
        return (WINDOW.toMillis() - clock.millis() % WINDOW.toMillis() + 999) / 1_000;
    }
}
