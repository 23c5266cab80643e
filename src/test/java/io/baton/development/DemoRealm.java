package io.baton.development;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The realm as it is shipped, with the demo people added and password log-in for programs switched on. */
final class DemoRealm {

    /** What a real deployment gives Keycloak through its environment. */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "BATON_URL", "http://localhost:8080",
            "BATON_KEYCLOAK_WEB_SECRET", DemoSecrets.WEB,
            "BATON_KEYCLOAK_ADMIN_SECRET", DemoSecrets.ADMIN,
            "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
            "KC_BOOTSTRAP_ADMIN_PASSWORD", DemoSecrets.KEYCLOAK);

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRealm() {}

    static String json() {
        try (var file = new ClassPathResource("keycloak/baton-realm.json").getInputStream()) {
            var realm = (ObjectNode) JSON.readTree(file);
            realm.put("displayName", "Baton DEMO 演示");
            realm.put("displayNameHtml", "<strong>Baton</strong> DEMO 演示");
            openApiClient((ArrayNode) realm.get("clients"));
            var users = (ArrayNode) realm.get("users");
            DemoPeople.all().forEach(person -> users.add(user(person)));
            return JSON.writeValueAsString(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void openApiClient(ArrayNode clients) {
        for (var client : clients) {
            if (client.get("clientId").asText().equals("baton-api")) {
                ((ObjectNode) client).put("directAccessGrantsEnabled", true).put("secret", DemoSecrets.API);
            }
        }
    }

    private static ObjectNode user(DemoPerson person) {
        var user = JSON.createObjectNode()
                .put("username", person.id())
                .put("enabled", true)
                .put("firstName", person.name())
                .put("email", person.id() + "@demo." + person.tenant() + ".example")
                .put("emailVerified", true);
        person.groups().forEach(user.putArray("groups")::add);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("userLabel", "DEMO")
                .put("value", DemoSecrets.PERSON);
        return user;
    }
}
