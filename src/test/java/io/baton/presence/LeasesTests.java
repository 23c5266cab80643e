package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.MovableClock;
import io.baton.development.SpareRedis;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;

/** Leases in Redis and in a node's own memory: both must say the same. */
@BatonTest
class LeasesTests {

    private static final Line DESK = new Line("kf001", "desk", "c1");
    private static final Line PHONE = new Line("kf001", "phone", "c2");
    private static final Line OTHER = new Line("kf002", "desk", "c3");
    private static final List<String> BOTH = List.of("kf001", "kf002");

    @Autowired
    private RedissonClient redis;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T07:00:00Z"));
    private final Tenant tenant = new Tenant("t" + UUID.randomUUID().toString().substring(0, 8));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsAPersonUntilTheLongestLeaseOfAllDevicesIsOver(boolean shared) {
        var leases = leases(shared);
        assertThat(leases.lease(tenant, DESK, seconds(90))).isFalse();
        assertThat(leases.lease(tenant, PHONE, seconds(120))).isTrue();
        assertThat(leases.lease(tenant, PHONE, seconds(30))).isTrue();
        assertThat(leases.read(tenant, BOTH).left()).containsOnlyKeys("kf001");
        assertThat(left(leases)).isBetween(seconds(80), seconds(90));
        assertThat(leases.end(tenant, DESK)).isFalse();
        assertThat(left(leases)).isBetween(seconds(20), seconds(30));
        assertThat(leases.end(tenant, PHONE)).isTrue();
        assertThat(leases.end(tenant, PHONE)).as("there is none to end").isTrue();
        assertThat(leases.read(tenant, BOTH).left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesEachExpiredPersonToOneCaller(boolean shared) {
        var leases = leases(shared);
        leases.takeExpired(tenant);
        leases.lease(tenant, DESK, seconds(30));
        leases.lease(tenant, OTHER, seconds(90));
        assertThat(leases.takeExpired(tenant)).isEmpty();
        pass(seconds(40));
        assertThat(leases.read(tenant, BOTH).isLive("kf001")).isFalse();
        assertThat(leases.takeExpired(tenant))
                .containsOnlyKeys("kf001")
                .hasEntrySatisfying("kf001", ago -> assertThat(ago).isBetween(seconds(10), seconds(20)));
        assertThat(leases.takeExpired(tenant)).isEmpty();
        assertThat(leases.read(tenant, BOTH).left()).containsOnlyKeys("kf002");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void heedsOnlyTheNewestConnectionOfADevice(boolean shared) {
        var leases = leases(shared);
        var back = new Line("kf001", "desk", "c9");
        leases.lease(tenant, DESK, seconds(90));
        leases.lease(tenant, back, seconds(90));
        leases.shorten(tenant, DESK, seconds(1));
        assertThat(left(leases)).isGreaterThan(seconds(80));
        assertThat(leases.end(tenant, DESK)).isFalse();
        assertThat(leases.read(tenant, BOTH).isLive("kf001")).isTrue();
        leases.shorten(tenant, back, seconds(30));
        assertThat(left(leases)).isLessThanOrEqualTo(seconds(30));
        assertThat(leases.end(tenant, back)).isTrue();
        assertThat(leases.read(tenant, BOTH).left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bringsNobodyBackWhoseConnectionEndsAfterTheLease(boolean shared) {
        var leases = leases(shared);
        leases.takeExpired(tenant);
        leases.lease(tenant, DESK, seconds(30));
        pass(seconds(31));
        leases.takeExpired(tenant);
        leases.shorten(tenant, DESK, seconds(30));
        assertThat(leases.read(tenant, BOTH).isLive("kf001")).isFalse();
    }

    @Test
    void keepsOneTenantsPeopleFromAnothers() {
        leases(true).lease(tenant, DESK, seconds(90));
        assertThat(leases(true).read(new Tenant("other"), BOTH).left()).isEmpty();
    }

    @Test
    void keepsNoTraceOfDevicesThatCameUnderEverNewNames() {
        var leases = leases(true);
        for (int i = 0; i < 50; i++) {
            leases.lease(tenant, new Line("kf001", "socket" + i, "c" + i), seconds(30));
            RedisTime.pass(redis, tenant, seconds(20));
        }
        assertThat(redis.getScoredSortedSet(RedisTime.key(tenant) + ":devices:kf001", StringCodec.INSTANCE)
                        .size())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void remembersTheLaterOfTwoChoicesWhereverTheyMeet() {
        var leases = new RedisLeases(redis);
        leases.remember(tenant, Map.of("kf001", new Choice(State.AWAY, clock.instant())));
        leases.remember(tenant, Map.of("kf001", Choice.NEVER));
        assertThat(leases.read(tenant, BOTH).choices())
                .containsOnly(Map.entry("kf001", new Choice(State.AWAY, clock.instant())));
    }

    @Test
    void knowsTheOwnNodeWithoutRedis() {
        var config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://127.0.0.1:1")
                .setConnectTimeout(200)
                .setTimeout(200)
                .setRetryAttempts(0);
        var away = Redisson.create(config);
        try {
            var leases = new SurvivingLeases(away, clock);
            assertThat(leases.lease(tenant, DESK, seconds(90))).isFalse();
            assertThat(leases.read(tenant, BOTH).isLive("kf001")).isTrue();
            assertThat(leases.read(tenant, BOTH).complete()).isFalse();
            assertThat(leases.end(tenant, DESK)).isTrue();
        } finally {
            away.shutdown();
        }
    }

    @Test
    void fillsAnEmptiedRedisWithTheNextSweep() {
        var leases = new SurvivingLeases(redis, clock);
        leases.takeExpired(tenant);
        leases.lease(tenant, DESK, seconds(90));
        redis.getKeys().deleteByPattern("baton:presence:{" + tenant + "}*");
        assertThat(leases.read(tenant, BOTH).isLive("kf001"))
                .as("before the sweep")
                .isTrue();
        assertThat(leases.takeExpired(tenant)).isEmpty();
        assertThat(left(new RedisLeases(redis))).isGreaterThan(seconds(80));
    }

    @Test
    void believesRedisRatherThanItsOwnMirror() {
        var here = new SurvivingLeases(redis, clock);
        var there = new SurvivingLeases(redis, clock);
        here.takeExpired(tenant);
        there.takeExpired(tenant);
        here.lease(tenant, DESK, seconds(90));
        here.shorten(tenant, DESK, seconds(30));
        var moved = new Line("kf001", "desk", "c9");
        there.lease(tenant, moved, seconds(90));
        assertThat(there.end(tenant, moved)).isTrue();
        RedisTime.pass(redis, tenant, seconds(10));
        assertThat(here.read(tenant, BOTH).complete()).isTrue();
        assertThat(here.read(tenant, BOTH).isLive("kf001")).isFalse();
    }

    @Test
    void takesNobodyAfterATimeInWhichNoNodeCouldSweep() {
        var leases = new SurvivingLeases(redis, clock);
        leases.takeExpired(tenant);
        leases.lease(tenant, DESK, seconds(90));
        RedisTime.pass(redis, tenant, Duration.ofMinutes(10));
        redis.getBucket(RedisTime.key(tenant) + ":swept", StringCodec.INSTANCE).set("1");
        assertThat(leases.takeExpired(tenant)).isEmpty();
        assertThat(left(new RedisLeases(redis))).isGreaterThan(seconds(80));
    }

    @Test
    void forgetsWhatARestartedRedisHeldWhenItWasLastSaved() {
        try (var spare = SpareRedis.started()) {
            var client = spare.client();
            var leases = new SurvivingLeases(client, clock);
            leases.takeExpired(tenant);
            leases.lease(tenant, DESK, seconds(90));
            leases.lease(tenant, OTHER, seconds(90));
            spare.save();
            leases.end(tenant, DESK);
            spare.kill();
            spare.restart();
            SpareRedis.await(client);
            assertThat(new RedisLeases(client).read(tenant, BOTH).isLive("kf001"))
                    .as("the saved file holds who has gone")
                    .isTrue();
            leases.takeExpired(tenant);
            assertThat(new RedisLeases(client).read(tenant, BOTH).left()).containsOnlyKeys("kf002");
            client.shutdown();
        }
    }

    private Leases leases(boolean shared) {
        return shared ? new RedisLeases(redis) : new LocalLeases(clock);
    }

    private Duration left(Leases leases) {
        return leases.read(tenant, BOTH).left().getOrDefault("kf001", Duration.ZERO);
    }

    private void pass(Duration time) {
        clock.pass(time);
        RedisTime.pass(redis, tenant, time);
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
