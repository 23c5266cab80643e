package io.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The REST contract in the repository is what the endpoints say; {@code BATON_CONTRACT=write} in the environment writes it anew. */
@BatonTest
class OpenApiTests {

    private static final Path CONTRACT = Path.of("docs/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void publishesTheContractThatTheEndpointsKeep() throws IOException {
        var contract = (ObjectNode) Http.as("acme.admin").get("/api/openapi").json();
        contract.remove("servers");
        var text = JSON.writeValueAsString(JSON.treeToValue(contract, TreeMap.class)) + "\n";
        if ("write".equals(System.getenv("BATON_CONTRACT"))) {
            Files.writeString(CONTRACT, text);
        }
        assertThat(text)
                .as("docs/openapi.json is out of date: run this test with BATON_CONTRACT=write")
                .isEqualTo(Files.readString(CONTRACT));
    }
}
