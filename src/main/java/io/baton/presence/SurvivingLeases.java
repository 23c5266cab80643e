package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leases in Redis, mirrored for the connections of this node: without Redis each node knows its own connections, and an
 * emptied Redis is filled again by the next heartbeats without anybody seeming to leave.
 */
@Component
class SurvivingLeases implements Leases {

    private static final Logger log = LoggerFactory.getLogger(SurvivingLeases.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Leases shared;
    private final Leases local = new LocalLeases();
    private final Clock clock;
    private volatile Instant retryAt = Instant.EPOCH;

    SurvivingLeases(RedissonClient redis, Clock clock) {
        this.shared = new RedisLeases(redis);
        this.clock = clock;
    }

    @Override
    public boolean lease(Tenant tenant, String person, String device, Instant until) {
        var here = local.lease(tenant, person, device, until);
        return ask(() -> shared.lease(tenant, person, device, until), here) || here;
    }

    @Override
    public boolean end(Tenant tenant, String person, String device) {
        var here = local.end(tenant, person, device);
        return ask(() -> shared.end(tenant, person, device), here);
    }

    @Override
    public Map<String, Instant> of(Tenant tenant, Collection<String> people) {
        var found = new HashMap<>(ask(() -> shared.of(tenant, people), Map.of()));
        local.of(tenant, people).forEach((person, until) -> found.merge(person, until, (a, b) -> a.isAfter(b) ? a : b));
        return found;
    }

    @Override
    public List<String> takeExpired(Tenant tenant, Instant now) {
        var here = local.takeExpired(tenant, now);
        return ask(() -> shared.takeExpired(tenant, now), here);
    }

    private <T> T ask(Supplier<T> question, T otherwise) {
        if (clock.instant().isBefore(retryAt)) {
            return otherwise;
        }
        try {
            return question.get();
        } catch (RedisException failure) {
            retryAt = clock.instant().plus(PAUSE);
            log.warn("Redis does not answer, presence knows this node only: {}", failure.toString());
            return otherwise;
        }
    }
}
