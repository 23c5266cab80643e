package io.baton.development;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The few things a development run asks Keycloak's administration for, as its first administrator. */
public final class KeycloakAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    public KeycloakAdmin(String address) {
        this.address = address;
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=" + DemoSecrets.KEYCLOAK;
        var request = HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        this.token = send(request).get("access_token").asText();
    }

    public ObjectNode client(String realm, String clientId) {
        return (ObjectNode) get(realm, "/clients?clientId=" + clientId).get(0);
    }

    public void update(String realm, ObjectNode client) {
        put(realm, "/clients/" + client.get("id").asText(), client);
    }

    public JsonNode get(String realm, String path) {
        return send(request(realm, path).GET());
    }

    public void put(String realm, String path, JsonNode body) {
        send(request(realm, path).PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Ends all sessions of a person, as an administrator does in the console. */
    public void logOut(String realm, String username) {
        var person = get(realm, "/users?exact=true&username=" + username).get(0);
        send(request(realm, "/users/" + person.get("id").asText() + "/logout").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String realm, String path) {
        return HttpRequest.newBuilder(URI.create(address + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
