package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.List;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** Lets time pass for a tenant's leases in Redis, whose clock nobody can move; a healthy node has swept meanwhile. */
final class RedisTime {

    private static final String PASS = """
            for _, key in ipairs(redis.call('keys', KEYS[1] .. '*')) do
                if redis.call('type', key).ok == 'zset' then
                    local all = redis.call('zrange', key, 0, -1, 'withscores')
                    for i = 1, #all, 2 do
                        redis.call('zadd', key, all[i + 1] - ARGV[1], all[i])
                    end
                end
            end
            local since = redis.call('get', KEYS[1] .. ':since')
            if since then
                local time = redis.call('time')
                redis.call('set', KEYS[1] .. ':since', string.format('%.0f', since - ARGV[1]))
                redis.call('set', KEYS[1] .. ':swept', string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
            end
            return 1
            """;

    private RedisTime() {}

    static String key(Tenant tenant) {
        return "baton:presence:{" + tenant + "}";
    }

    static void pass(RedissonClient redis, Tenant tenant, Duration time) {
        redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        PASS,
                        RScript.ReturnType.BOOLEAN,
                        List.of(key(tenant)),
                        Long.toString(time.toMillis()));
    }
}
