package io.baton.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.SignedIn;
import io.baton.kernel.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** Tickets that open one socket each, within 30 seconds; 503 {@code unavailable} while Redis is away. */
@Component
public class SocketTickets {

    private static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final int BYTES = 32;

    private final RedissonClient redis;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A ticket and its end. */
    public record Ticket(String ticket, Instant expiresAt) {}

    SocketTickets(RedissonClient redis, ObjectMapper json, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    public Ticket issue(SignedIn holder) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            redis.getBucket(key(ticket), StringCodec.INSTANCE).set(json.writeValueAsString(holder), LIFETIME);
        } catch (RedisException away) {
            throw Problem.of(503, "unavailable", Map.of());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Ticket(ticket, clock.instant().plus(LIFETIME));
    }

    /** The holder of a ticket that was never used and is not over; afterwards it is used. */
    public Optional<SignedIn> redeem(String ticket) {
        try {
            return read(
                    redis.<String>getBucket(key(ticket), StringCodec.INSTANCE).getAndDelete());
        } catch (RedisException away) {
            throw Problem.of(503, "unavailable", Map.of());
        }
    }

    private Optional<SignedIn> read(@Nullable String holder) {
        try {
            return holder == null ? Optional.empty() : Optional.of(json.readValue(holder, SignedIn.class));
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    private static String key(String ticket) {
        return "baton:ticket:" + ticket;
    }
}
