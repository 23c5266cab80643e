package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leases in Redis, mirrored for the connections of this node. What Redis says is right, also against the mirror; an
 * emptied or restarted Redis is filled from the mirror with the next sweep, and without Redis the mirror stands alone.
 */
@Component
class SurvivingLeases implements Leases {

    private static final Logger log = LoggerFactory.getLogger(SurvivingLeases.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RedisLeases shared;
    private final LocalLeases local;
    private final Clock clock;
    /** The epoch of Redis that knows this node's leases. */
    private final Map<Tenant, String> filled = new ConcurrentHashMap<>();
    /** Tenants of which Redis was not told something. */
    private final Set<Tenant> owed = ConcurrentHashMap.newKeySet();

    private volatile Instant retryAt = Instant.MIN;

    SurvivingLeases(RedissonClient redis, Clock clock) {
        this.shared = new RedisLeases(redis);
        this.local = new LocalLeases(clock);
        this.clock = clock;
    }

    @Override
    public boolean lease(Tenant tenant, Line line, Duration time) {
        var here = local.lease(tenant, line, time);
        return ask(() -> shared.lease(tenant, line, time)).orElse(here);
    }

    @Override
    public void shorten(Tenant tenant, Line line, Duration time) {
        local.shorten(tenant, line, time);
        ask(() -> {
            shared.shorten(tenant, line, time);
            return true;
        });
    }

    @Override
    public boolean end(Tenant tenant, Line line) {
        var here = local.end(tenant, line);
        return ask(() -> shared.end(tenant, line)).orElse(here);
    }

    @Override
    public Reading read(Tenant tenant, Collection<String> people) {
        var there = ask(() -> shared.read(tenant, people));
        if (there.isEmpty()) {
            return local.read(tenant, people);
        }
        var reading = there.get();
        return reading.complete() && reading.epoch().equals(filled.get(tenant))
                ? reading
                : reading.with(local.read(tenant, people));
    }

    @Override
    public Map<String, Duration> takeExpired(Tenant tenant) {
        var here = local.takeExpired(tenant);
        return ask(() -> sweep(tenant)).orElse(here);
    }

    /** The people with a device on this node. */
    Set<String> here(Tenant tenant) {
        return local.held(tenant).stream().map(held -> held.line().person()).collect(Collectors.toSet());
    }

    /** Lets all nodes read these choices without asking the database. */
    void remember(Tenant tenant, Map<String, Choice> choices) {
        tell(tenant, () -> shared.remember(tenant, choices));
    }

    /** Lets all nodes read the rota anew. */
    void rotaChanged(Tenant tenant) {
        tell(tenant, () -> shared.rotaChanged(tenant));
    }

    private Map<String, Duration> sweep(Tenant tenant) {
        var swept = shared.sweep(tenant);
        if (!swept.epoch().equals(filled.get(tenant))) {
            shared.fill(tenant, local.held(tenant));
            filled.put(tenant, swept.epoch());
        }
        if (owed.contains(tenant)) {
            shared.forgetChoices(tenant);
            shared.rotaChanged(tenant);
            owed.remove(tenant);
        }
        return swept.expired();
    }

    private void tell(Tenant tenant, Runnable what) {
        var told = ask(() -> {
            what.run();
            return true;
        });
        if (told.isEmpty()) {
            owed.add(tenant);
        }
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        if (clock.instant().isBefore(retryAt)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (RedisException | CompletionException failure) {
            retryAt = clock.instant().plus(PAUSE);
            filled.clear();
            log.warn("Redis does not answer, presence knows this node only: {}", failure.toString());
            return Optional.empty();
        }
    }
}
