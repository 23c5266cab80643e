package io.baton.chat;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far the exports of a person are, on whichever node; forgotten after ten minutes, and while Redis is away. */
@Component
public class ExportProgress {

    private static final Logger log = LoggerFactory.getLogger(ExportProgress.class);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final RedissonClient redis;
    private final CurrentActor current;

    /** FAILED when the reader went away or the server could not go on. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** So many of so many conversations. */
    public record Step(State state, long written, long total) {}

    ExportProgress(RedissonClient redis, CurrentActor current) {
        this.redis = redis;
        this.current = current;
    }

    /** The progress of an own export, or 404 {@code export_unknown}. */
    public Step of(UUID id) {
        var text = read(id);
        if (text == null) {
            throw Problem.notFound("export_unknown");
        }
        var parts = text.split(" ");
        return new Step(State.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    void tell(UUID id, Step step) {
        try {
            bucket(id).set(step.state() + " " + step.written() + " " + step.total(), KEPT);
        } catch (RedisException away) {
            log.debug("Redis is away, nobody sees how far the export is");
        }
    }

    private @Nullable String read(UUID id) {
        try {
            return bucket(id).get();
        } catch (RedisException away) {
            return null;
        }
    }

    private RBucket<String> bucket(UUID id) {
        var actor = current.get();
        return redis.getBucket(
                "baton:export:" + actor.tenant().id() + ":" + actor.id() + ":" + id, StringCodec.INSTANCE);
    }
}
