package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DemoRealmTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shipsNobodyAndNoSecret() throws Exception {
        try (var file = new ClassPathResource("keycloak/baton-realm.json").getInputStream()) {
            var realm = JSON.readTree(file);
            assertThat(realm.get("users"))
                    .allSatisfy(user ->
                            assertThat(user.has("serviceAccountClientId")).isTrue());
            assertThat(realm.get("clients")).allSatisfy(client -> {
                assertThat(client.path("secret").asText("${")).startsWith("${");
                assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
            });
        }
    }

    @Test
    void addsEveryDemoPersonWithAMarkedPassword() throws Exception {
        assertThat(StreamSupport.stream(realm().get("users").spliterator(), false)
                        .filter(user ->
                                user.at("/credentials/0/userLabel").asText().equals("DEMO")))
                .hasSameSizeAs(DemoPeople.all());
    }

    @Test
    void opensLogInByPasswordForTheApiClientOnly() throws Exception {
        assertThat(StreamSupport.stream(realm().get("clients").spliterator(), false)
                        .filter(client ->
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.get("clientId").asText()))
                .containsExactly("baton-api");
    }

    @Test
    void isTheSameTextEachTimeSoThatItIsImportedOnce() {
        assertThat(DemoRealm.json()).isEqualTo(DemoRealm.json());
    }

    private static JsonNode realm() throws IOException {
        return JSON.readTree(DemoRealm.json());
    }
}
