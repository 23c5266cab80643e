package io.baton.chat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The nodes that live, each by a lease in Redis, on Redis' own clock. While Redis is away, the last known ones are taken to
 * live.
 */
@Component
class Nodes {

    /** How long a node counts as alive after its last beat. */
    static final Duration LEASE = Duration.ofSeconds(8);

    /** How long a node that says goodbye still counts, so that its clients can come back elsewhere first. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private static final String KEY = "baton:nodes";
    private static final int ID_BYTES = 4;

    private static final String BEAT = """
            local now = tonumber(redis.call('time')[1])
            local known = redis.call('zscore', KEYS[1], ARGV[1])
            redis.call('zadd', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
            local dead = redis.call('zrangebyscore', KEYS[1], '-inf', now)
            for i = 1, #dead do redis.call('zrem', KEYS[1], dead[i]) end
            return {known and {'known'} or {}, redis.call('zrange', KEYS[1], 0, -1), dead}
            """;

    private final RedissonClient redis;
    private final String id;
    private volatile List<String> others = List.of();

    /**
     * What a beat told.
     *
     * @param known Redis still knew this node: nothing of it was lost
     * @param dead the nodes whose lease is over; each of them is told to one node only
     * @param arrived the nodes that this one did not know to live a beat ago
     */
    record Beat(boolean known, List<String> dead, List<String> arrived) {}

    Nodes(RedissonClient redis, @Value("${baton.node}") String name) {
        this.redis = redis;
        var random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        this.id = name + "-" + HexFormat.of().formatHex(random);
    }

    /** The name of this node with a suffix of its own for each start. */
    String id() {
        return id;
    }

    /** The other nodes that live. */
    List<String> others() {
        return others;
    }

    /** Renews the lease. */
    Beat beat() {
        List<List<String>> told = beat(LEASE);
        var before = others;
        others = told.get(1).stream().filter(node -> !node.equals(id)).toList();
        var arrived = others.stream().filter(node -> !before.contains(node)).toList();
        return new Beat(!told.get(0).isEmpty(), told.get(2), arrived);
    }

    void leave() {
        beat(GOODBYE);
    }

    private List<List<String>> beat(Duration lease) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        BEAT,
                        RScript.ReturnType.MULTI,
                        List.of(KEY),
                        id,
                        Long.toString(lease.toSeconds()));
    }
}
