package io.baton.chat;

import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what an address does within a minute, over all nodes; each node for itself while Redis is away. */
@Component
public class AddressRates {

    private static final Logger log = LoggerFactory.getLogger(AddressRates.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RedissonClient redis;
    private final Limits limits;
    private final Clock clock;
    private final Map<String, AtomicInteger> local = new ConcurrentHashMap<>();
    private volatile long localWindow;

    AddressRates(RedissonClient redis, Limits limits, Clock clock) {
        this.redis = redis;
        this.limits = limits;
        this.clock = clock;
    }

    /** Passes when the address may have one more visitor in this minute; refuses with 429 {@code slow_down}. */
    public void requireVisitor(String address) {
        if (!limits.isExempt(address) && count("visitors:" + address) > limits.visitorsPerMinute()) {
            throw Problem.tooMany("slow_down", secondsLeft());
        }
    }

    private long count(String what) {
        var window = clock.millis() / WINDOW.toMillis();
        try {
            var counter = redis.getAtomicLong("baton:rate:" + what + ":" + window);
            var count = counter.incrementAndGet();
            if (count == 1) {
                counter.expire(WINDOW.multipliedBy(2));
            }
            return count;
        } catch (RedisException away) {
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
