package io.baton.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.Tokens;
import io.baton.development.DemoSecrets;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of the demo people, from Keycloak; each is used until it is about to expire. Passwords are expensive to check:
 * few people log in at once, and a Keycloak that does not answer is left alone for a while, as browsers with a session do.
 */
final class PeopleTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MARGIN_SECONDS = 30;
    private static final int AT_ONCE = 2;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final String keycloak;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private volatile Instant askAgain = Instant.MIN;

    private record Token(String value, Instant until) {}

    PeopleTokens(HttpClient http, String keycloak) {
        this.http = http;
        this.keycloak = keycloak;
    }

    /** A good token; while Keycloak is away, one that was good until a moment ago, or none: IllegalStateException. */
    String of(String person) {
        var known = kept.get(person);
        if (known == null || known.until().minusSeconds(MARGIN_SECONDS).isBefore(Instant.now())) {
            known = renewed(person, known);
            kept.put(person, known);
        }
        return known.value();
    }

    private Token renewed(String person, @Nullable Token known) {
        try {
            room.acquire();
            try {
                return isAway() ? kept(known, null) : fetch(person);
            } catch (IOException away) {
                askAgain = Instant.now().plus(PAUSE);
                return kept(known, away);
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isAway() {
        return Instant.now().isBefore(askAgain);
    }

    private static Token kept(@Nullable Token known, @Nullable Exception away) {
        if (known == null) {
            throw new IllegalStateException("Keycloak is away", away);
        }
        return known;
    }

    private Token fetch(String person) throws IOException, InterruptedException {
        var request = Tokens.logInAt(keycloak, person, DemoSecrets.PERSON)
                .timeout(TIMEOUT)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no token for " + person + ": " + answer.statusCode());
        }
        var token = JSON.readTree(answer.body());
        return new Token(
                token.path("access_token").asText(),
                Instant.now().plusSeconds(token.path("expires_in").asLong()));
    }
}
