package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.MovableClock;
import io.baton.development.SpareRedis;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Counts what is asked of Redis: a storm costs as much per connection as a quiet hour. */
@BatonTest
class StormTests {

    private static final Tenant ACME = new Tenant("acme");

    /** What one lease asks of Redis within its script; more would be a step back. */
    private static final int PER_LEASE = 9;

    private final SpareRedis spare = SpareRedis.started();
    private final RedissonClient redis = spare.client();
    private final MovableClock clock =
            new MovableClock(Instant.now().plus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
    private final Node node;
    private Map<String, Long> before = Map.of();

    StormTests(@Autowired ApplicationContext baton) {
        node = new Node(baton, redis, clock, ACME);
    }

    @AfterEach
    void end() {
        node.close();
        redis.shutdown();
        spare.close();
    }

    @Test
    void sixThousandReconnectsOfAFewAgentsCostOneScriptEach() {
        var people = 20;
        each(people, i -> connect("storm" + i, "first"));
        each(6_000, i -> disconnect("storm" + i % people, i < people ? "first" : "socket" + i));
        reset();
        each(6_000, i -> connect("storm" + i % people, "socket" + i));
        var calls = calls();
        assertThat(calls.get("evalsha")).isEqualTo(6_000);
        assertThat(calls.values().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(6_000L * PER_LEASE);
        assertThat(node.told(AgentBack.class)).hasSize(people);
        assertThat(node.told(AgentLost.class)).isEmpty();
    }

    @Test
    void aHeartbeatIsOneScript() {
        connect("storm-beat", "desk");
        reset();
        node.run(presence -> presence.heartbeat("storm-beat", "desk"));
        assertThat(calls()).containsEntry("evalsha", 1L).doesNotContainKey("hgetall");
    }

    @Test
    void aThousandStatesAreReadInOneRoundTrip() {
        var people = IntStream.range(0, 1_000).mapToObj(i -> "reader" + i).toList();
        node.sweep();
        RedisTime.pass(redis, ACME, Duration.ofSeconds(10));
        read(people);
        reset();
        read(people);
        assertThat(calls())
                .containsEntry("evalsha", 1L)
                .containsEntry("zmscore", 1L)
                .containsEntry("hmget", 1L);
    }

    private void read(List<String> people) {
        node.run(presence -> assertThat(presence.of(people)).hasSize(people.size()));
    }

    private void connect(String person, String device) {
        node.run(presence -> presence.connected(person, device));
    }

    private void disconnect(String person, String device) {
        node.run(presence -> presence.disconnected(person, device, false));
    }

    private static void each(int count, IntConsumer work) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, count).forEach(i -> threads.execute(() -> work.accept(i)));
        }
    }

    private void reset() {
        before = spare.calls();
    }

    /** How often each command was called since the last reset. */
    private Map<String, Long> calls() {
        var calls = spare.calls();
        before.forEach((command, count) -> calls.merge(command, -count, Long::sum));
        calls.values().removeIf(count -> count == 0);
        calls.keySet().removeAll(List.of("info", "quit"));
        return calls;
    }
}
