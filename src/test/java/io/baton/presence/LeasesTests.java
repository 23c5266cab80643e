package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.MovableClock;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class LeasesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    @Autowired
    private RedissonClient redis;

    @Autowired
    private Presence presence;

    @Autowired
    private Agents agents;

    @Autowired
    private TenantScope scope;

    private final Tenant tenant = new Tenant("t" + UUID.randomUUID().toString().substring(0, 8));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsAPersonUntilTheLongestLeaseOfAllDevicesIsOver(boolean shared) {
        var leases = shared ? new RedisLeases(redis) : new LocalLeases();
        assertThat(leases.lease(tenant, "kf001", "desk", NOW.plusSeconds(90))).isFalse();
        assertThat(leases.lease(tenant, "kf001", "phone", NOW.plusSeconds(120))).isTrue();
        assertThat(leases.lease(tenant, "kf001", "phone", NOW.plusSeconds(30))).isTrue();
        assertThat(leases.of(tenant, List.of("kf001", "kf002")))
                .containsOnlyKeys("kf001")
                .containsEntry("kf001", NOW.plusSeconds(90));
        assertThat(leases.end(tenant, "kf001", "desk")).isFalse();
        assertThat(leases.of(tenant, List.of("kf001"))).containsEntry("kf001", NOW.plusSeconds(30));
        assertThat(leases.end(tenant, "kf001", "phone")).isTrue();
        assertThat(leases.end(tenant, "kf001", "phone")).isFalse();
        assertThat(leases.of(tenant, List.of("kf001"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesEachExpiredPersonToOneCaller(boolean shared) {
        var leases = shared ? new RedisLeases(redis) : new LocalLeases();
        leases.lease(tenant, "kf001", "desk", NOW);
        leases.lease(tenant, "kf002", "desk", NOW.plusSeconds(1));
        assertThat(leases.takeExpired(tenant, NOW)).containsExactly("kf001");
        assertThat(leases.takeExpired(tenant, NOW)).isEmpty();
        assertThat(leases.of(tenant, List.of("kf001", "kf002"))).containsOnlyKeys("kf002");
    }

    @Test
    void keepsOneTenantsPeopleFromAnothers() {
        var leases = new RedisLeases(redis);
        leases.lease(tenant, "kf001", "desk", NOW);
        assertThat(leases.of(new Tenant("other"), List.of("kf001"))).isEmpty();
    }

    @Test
    void goesOnWithoutRedis() {
        var config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://127.0.0.1:1")
                .setConnectTimeout(200)
                .setTimeout(200)
                .setRetryAttempts(0);
        var away = Redisson.create(config);
        try {
            var leases = new SurvivingLeases(away, new MovableClock(NOW));
            assertThat(leases.lease(tenant, "kf001", "desk", NOW.plusSeconds(90)))
                    .isFalse();
            assertThat(leases.of(tenant, List.of("kf001"))).containsKey("kf001");
            assertThat(leases.end(tenant, "kf001", "desk")).isTrue();
        } finally {
            away.shutdown();
        }
    }

    @Test
    void seesNobodyLeaveWhenRedisIsEmptied() {
        var leases = new SurvivingLeases(redis, new MovableClock(NOW));
        leases.lease(tenant, "kf001", "desk", NOW.plusSeconds(90));
        redis.getKeys().deleteByPattern("baton:presence:{" + tenant + "}*");
        assertThat(leases.of(tenant, List.of("kf001"))).containsKey("kf001");
        assertThat(leases.lease(tenant, "kf001", "desk", NOW.plusSeconds(120))).isTrue();
        assertThat(new RedisLeases(redis).of(tenant, List.of("kf001"))).containsEntry("kf001", NOW.plusSeconds(120));
    }

    @Test
    void showsTheLightsOfTheOwnDepartmentAndToAdministratorsAll() {
        scope.run(new Tenant("acme"), () -> {
            agents.save(new Agent("kf017", "Li", "vip", Set.of(), 3, false, 5, false));
            presence.connected("kf017", "desk");
        });
        assertThat(light(Http.as("vip.manager"), "")).isIn("YELLOW", "GREEN");
        assertThat(light(Http.as("acme.admin"), "?department=vip")).isIn("YELLOW", "GREEN");
        assertThat(light(Http.as("kf018"), "")).isIn("YELLOW", "GREEN");
        assertThat(light(Http.as("ticketing.manager"), "")).isEmpty();
        var foreign = Http.as("ticketing.manager").get("/api/v1/rota/live?department=vip");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(Http.as("acme.auditor").get("/api/v1/rota/live").status()).isEqualTo(403);
        assertThat(light(Http.as("globex.admin"), "")).isEmpty();
    }

    @Test
    void readsAThousandPeople() {
        var people = IntStream.range(0, 1_000).mapToObj(number -> "p" + number).toList();
        assertThat(scope.call(new Tenant("acme"), () -> presence.of(people))).hasSize(1_000);
    }

    private static String light(Http who, String query) {
        for (var person : who.get("/api/v1/rota/live" + query).json().path("people")) {
            if (person.path("id").asText().equals("kf017")) {
                return person.path("light").asText();
            }
        }
        return "";
    }
}
