package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * The leases of all nodes in Redis, by the clock of Redis: per tenant a sorted set of people by the end of their longest
 * lease, per person one of devices; beside them what people chose and a mark that changes with the rota. One script reads
 * any number of people, one renews a lease. When Redis was restarted, or no node could sweep for a while, it holds what is
 * old: then everything is forgotten and a new epoch begins, which the nodes fill again.
 */
final class RedisLeases implements Leases {

    /** Longer than the pauses of a healthy node between two sweeps. */
    private static final Duration GAP = Duration.ofSeconds(10);

    /** How long after the beginning of an epoch some node may not have filled in its own yet. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private static final int CHUNK = 500;

    private static final String NOW = """
            local time = redis.call('time')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;

    /** ARGV: person, device, connection. */
    private static final String LINE = NOW + """
            local devices = KEYS[1] .. ':devices:' .. ARGV[1]
            local line = KEYS[1] .. ':line:' .. ARGV[1] .. ':' .. ARGV[2]
            local function longest()
                redis.call('zremrangebyscore', devices, '-inf', now)
                return redis.call('zrange', devices, -1, -1, 'withscores')[2]
            end
            """;

    private static final String LEASE = LINE + """
            redis.call('zadd', devices, now + ARGV[4], ARGV[2])
            redis.call('pexpire', devices, 600000)
            redis.call('set', line, ARGV[3], 'px', 600000)
            local before = redis.call('zscore', KEYS[1], ARGV[1])
            redis.call('zadd', KEYS[1], longest(), ARGV[1])
            return before and 1 or 0
            """;

    private static final String SHORTEN = LINE + """
            if redis.call('get', line) == ARGV[3] then
                redis.call('zadd', devices, 'xx', now + ARGV[4], ARGV[2])
                local left = longest()
                if left then redis.call('zadd', KEYS[1], 'xx', left, ARGV[1]) end
            end
            return 1
            """;

    private static final String END = LINE + """
            if (redis.call('get', line) or ARGV[3]) == ARGV[3] then
                redis.call('del', line)
                redis.call('zrem', devices, ARGV[2])
            end
            local left = longest()
            if left then
                redis.call('zadd', KEYS[1], left, ARGV[1])
                return 0
            end
            redis.call('zrem', KEYS[1], ARGV[1])
            return 1
            """;

    private static final String READ = NOW + """
            local marks = redis.call('mget', KEYS[1] .. ':epoch', KEYS[1] .. ':since', KEYS[1] .. ':rota')
            local age = now - (marks[2] or now)
            local reply = {string.format('%.0f', now), marks[1] or '', string.format('%.0f', age), marks[3] or ''}
            for i = 1, #ARGV, 1000 do
                local last = math.min(i + 999, #ARGV)
                local ends = redis.call('zmscore', KEYS[1], unpack(ARGV, i, last))
                local choices = redis.call('hmget', KEYS[1] .. ':choices', unpack(ARGV, i, last))
                for j = 1, #ends do
                    reply[#reply + 1] = ends[j] or ''
                    reply[#reply + 1] = choices[j] or ''
                end
            end
            return reply
            """;

    private static final String SWEEP = NOW + """
            local server = string.match(redis.call('info', 'server'), 'run_id:(%x+)') or ''
            local marks = redis.call('mget', KEYS[1] .. ':swept', KEYS[1] .. ':server')
            if not marks[1] or now - marks[1] > tonumber(ARGV[1]) or marks[2] ~= server then
                for _, person in ipairs(redis.call('zrange', KEYS[1], 0, -1)) do
                    redis.call('del', KEYS[1] .. ':devices:' .. person)
                end
                redis.call('del', KEYS[1], KEYS[1] .. ':choices', KEYS[1] .. ':rota')
                local began = string.format('%.0f', now)
                redis.call('mset', KEYS[1] .. ':epoch', began, KEYS[1] .. ':since', began, KEYS[1] .. ':server', server)
            end
            redis.call('set', KEYS[1] .. ':swept', string.format('%.0f', now))
            local over = redis.call('zrangebyscore', KEYS[1], '-inf', now, 'withscores', 'limit', 0, ARGV[2])
            local reply = {string.format('%.0f', now), redis.call('get', KEYS[1] .. ':epoch')}
            for i = 1, #over, 2 do
                redis.call('zrem', KEYS[1], over[i])
                redis.call('del', KEYS[1] .. ':devices:' .. over[i])
                reply[#reply + 1] = over[i]
                reply[#reply + 1] = over[i + 1]
            end
            return reply
            """;

    private static final String FILL = NOW + """
            for i = 1, #ARGV, 4 do
                local devices = KEYS[1] .. ':devices:' .. ARGV[i]
                local line = KEYS[1] .. ':line:' .. ARGV[i] .. ':' .. ARGV[i + 1]
                if redis.call('zadd', devices, 'gt', 'ch', now + ARGV[i + 3], ARGV[i + 1]) == 1 then
                    redis.call('set', line, ARGV[i + 2], 'px', 600000)
                end
                redis.call('pexpire', devices, 600000)
                redis.call('zadd', KEYS[1], 'gt', now + ARGV[i + 3], ARGV[i])
            end
            return 1
            """;

    private static final String REMEMBER = """
            for i = 1, #ARGV, 3 do
                local known = redis.call('hget', KEYS[1] .. ':choices', ARGV[i])
                if not known or tonumber(string.match(known, '@(.*)')) < tonumber(ARGV[i + 2]) then
                    redis.call('hset', KEYS[1] .. ':choices', ARGV[i], ARGV[i + 1] .. '@' .. ARGV[i + 2])
                end
            end
            return 1
            """;

    /** Who is over, and the epoch in which this was found. */
    record Swept(String epoch, Map<String, Duration> expired) {}

    private final RedissonClient redis;

    RedisLeases(RedissonClient redis) {
        this.redis = redis;
    }

    @Override
    public boolean lease(Tenant tenant, Line line, Duration time) {
        return tell(LEASE, tenant, line.person(), line.device(), line.connection(), millis(time));
    }

    @Override
    public void shorten(Tenant tenant, Line line, Duration time) {
        tell(SHORTEN, tenant, line.person(), line.device(), line.connection(), millis(time));
    }

    @Override
    public boolean end(Tenant tenant, Line line) {
        return tell(END, tenant, line.person(), line.device(), line.connection());
    }

    @Override
    public Reading read(Tenant tenant, Collection<String> people) {
        var reply = ask(READ, tenant, people.toArray());
        var now = Long.parseLong(reply.get(0));
        var epoch = reply.get(1);
        var left = new HashMap<String, Duration>();
        var choices = new HashMap<String, Choice>();
        var next = 4;
        for (var person : people) {
            var end = reply.get(next++);
            if (!end.isEmpty()) {
                left.put(person, Duration.ofMillis(Long.parseLong(end) - now));
            }
            var choice = reply.get(next++);
            if (!choice.isEmpty()) {
                choices.put(person, choice(choice));
            }
        }
        var complete = !epoch.isEmpty() && Long.parseLong(reply.get(2)) > YOUNG.toMillis();
        return new Reading(epoch, complete, epoch + '/' + reply.get(3), left, choices);
    }

    @Override
    public Map<String, Duration> takeExpired(Tenant tenant) {
        return sweep(tenant).expired();
    }

    Swept sweep(Tenant tenant) {
        var reply = ask(SWEEP, tenant, millis(GAP), Integer.toString(CHUNK));
        var now = Long.parseLong(reply.get(0));
        var expired = new HashMap<String, Duration>();
        for (int i = 2; i < reply.size(); i += 2) {
            expired.put(reply.get(i), Duration.ofMillis(now - Long.parseLong(reply.get(i + 1))));
        }
        return new Swept(reply.get(1), expired);
    }

    /** Adds these leases; longer ones stay as they are. */
    void fill(Tenant tenant, List<LocalLeases.Held> leases) {
        for (int i = 0; i < leases.size(); i += CHUNK) {
            var arguments = leases.subList(i, Math.min(i + CHUNK, leases.size())).stream()
                    .flatMap(held -> Stream.of(
                            held.line().person(),
                            held.line().device(),
                            held.line().connection(),
                            millis(held.left())))
                    .toArray();
            tell(FILL, tenant, arguments);
        }
    }

    /** Keeps what people chose, unless something later is kept already. */
    void remember(Tenant tenant, Map<String, Choice> choices) {
        var arguments = choices.entrySet().stream()
                .flatMap(choice -> Stream.of(
                        choice.getKey(),
                        choice.getValue().state().name(),
                        Long.toString(choice.getValue().since().toEpochMilli())))
                .toArray();
        tell(REMEMBER, tenant, arguments);
    }

    void forgetChoices(Tenant tenant) {
        redis.getKeys().delete(key(tenant) + ":choices");
    }

    /** Tells every node that the rota is another one. */
    void rotaChanged(Tenant tenant) {
        redis.getBucket(key(tenant) + ":rota", StringCodec.INSTANCE)
                .set(UUID.randomUUID().toString());
    }

    private boolean tell(String script, Tenant tenant, Object... arguments) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, script, RScript.ReturnType.BOOLEAN, keys(tenant), arguments);
    }

    private List<String> ask(String script, Tenant tenant, Object... arguments) {
        return redis.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, script, RScript.ReturnType.MULTI, keys(tenant), arguments);
    }

    private static List<Object> keys(Tenant tenant) {
        return List.of(key(tenant));
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static Choice choice(String text) {
        var at = text.indexOf('@');
        return new Choice(
                State.valueOf(text.substring(0, at)), Instant.ofEpochMilli(Long.parseLong(text.substring(at + 1))));
    }

    /** The braces keep a tenant's keys on one node of a cluster. */
    private static String key(Tenant tenant) {
        return "baton:presence:{" + tenant + "}";
    }
}
