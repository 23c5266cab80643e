package io.baton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.development.DemoSecrets;
import io.baton.development.SharedServices;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Real access tokens of demo people, from Keycloak; one is kept until it is about to expire. */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Token> KEPT = new ConcurrentHashMap<>();
    private static final int MARGIN_SECONDS = 60;

    private Tokens() {}

    /** The access token of a person, by log-in name. */
    public static String of(String person) {
        return KEPT.compute(
                        person,
                        (id, token) -> token == null || token.expires().isBefore(Instant.now()) ? fetch(id) : token)
                .value();
    }

    /** A token that was not used before; for tests that revoke it or disable its person. */
    public static String fresh(String person) {
        return fetch(person).value();
    }

    /** Keycloak's answer to a log-in by password. */
    public static HttpResponse<String> logIn(String person, String password) {
        var request = logInAt(SharedServices.all().keycloak().address(), person, password)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A log-in by password at the Keycloak of this address. */
    public static HttpRequest.Builder logInAt(String keycloak, String person, String password) {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "baton-api",
                "client_secret",
                DemoSecrets.API,
                "scope",
                "openid",
                "username",
                person,
                "password",
                password);
        return HttpRequest.newBuilder(URI.create(keycloak + "/realms/baton/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    private static Token fetch(String person) {
        var answer = logIn(person, DemoSecrets.PERSON);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No token for " + person + ": " + answer.body());
        }
        try {
            var token = JSON.readTree(answer.body());
            var seconds = token.get("expires_in").asLong() - MARGIN_SECONDS;
            return new Token(token.get("access_token").asText(), Instant.now().plusSeconds(seconds));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Token(String value, Instant expires) {}
}
