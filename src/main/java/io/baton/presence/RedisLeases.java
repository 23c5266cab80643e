package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * The leases of all nodes in Redis: per tenant a sorted set of people by the end of their longest lease, per person a hash
 * of devices. One command reads any number of people.
 */
final class RedisLeases implements Leases {

    private static final String LONGEST = """
            local longest = 0
            local devices = redis.call('hgetall', KEYS[2])
            for i = 1, #devices, 2 do longest = math.max(longest, tonumber(devices[i + 1])) end
            """;

    private static final String LEASE = """
            redis.call('hset', KEYS[2], ARGV[2], ARGV[3])
            redis.call('pexpire', KEYS[2], 600000)
            """ + LONGEST + """
            local before = redis.call('zscore', KEYS[1], ARGV[1])
            redis.call('zadd', KEYS[1], string.format('%.0f', longest), ARGV[1])
            return before and 1 or 0
            """;

    private static final String END = """
            redis.call('hdel', KEYS[2], ARGV[2])
            """ + LONGEST + """
            if longest > 0 then
                redis.call('zadd', KEYS[1], 'xx', string.format('%.0f', longest), ARGV[1])
                return 0
            end
            return redis.call('zrem', KEYS[1], ARGV[1])
            """;

    private static final String TAKE_EXPIRED = """
            local over = redis.call('zrangebyscore', KEYS[1], '-inf', ARGV[1], 'limit', 0, 500)
            for i = 1, #over do
                redis.call('zrem', KEYS[1], over[i])
                redis.call('del', KEYS[1] .. ':' .. over[i])
            end
            return over
            """;

    private final RedissonClient redis;

    RedisLeases(RedissonClient redis) {
        this.redis = redis;
    }

    @Override
    public boolean lease(Tenant tenant, String person, String device, Instant until) {
        return script(LEASE, keys(tenant, person), person, device, millis(until));
    }

    @Override
    public boolean end(Tenant tenant, String person, String device) {
        return script(END, keys(tenant, person), person, device);
    }

    @Override
    public Map<String, Instant> of(Tenant tenant, Collection<String> people) {
        var asked = new ArrayList<>(people);
        var found = new HashMap<String, Instant>();
        if (asked.isEmpty()) {
            return found;
        }
        var ends = redis.<String>getScoredSortedSet(key(tenant), StringCodec.INSTANCE)
                .getScore(asked);
        for (int i = 0; i < asked.size(); i++) {
            var end = ends.get(i);
            if (end != null) {
                found.put(asked.get(i), Instant.ofEpochMilli(end.longValue()));
            }
        }
        return found;
    }

    @Override
    public List<String> takeExpired(Tenant tenant, Instant now) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        TAKE_EXPIRED,
                        RScript.ReturnType.MULTI,
                        List.of(key(tenant)),
                        millis(now));
    }

    private boolean script(String script, List<Object> keys, Object... arguments) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, script, RScript.ReturnType.BOOLEAN, keys, arguments);
    }

    private static List<Object> keys(Tenant tenant, String person) {
        return List.of(key(tenant), key(tenant) + ":" + person);
    }

    /** The braces keep a tenant's keys on one node of a cluster. */
    private static String key(Tenant tenant) {
        return "baton:presence:{" + tenant + "}";
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
