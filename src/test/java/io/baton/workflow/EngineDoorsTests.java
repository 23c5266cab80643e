package io.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Browser;
import io.baton.Http;
import io.baton.Tokens;
import io.baton.development.CurrentBaton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways to the engine from outside, with real tokens and real log-ins. */
@BatonTest
class EngineDoorsTests {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="baton"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Started"/><sequenceFlow id="f" sourceRef="Started" targetRef="Ended"/><endEvent id="Ended"/>
              </process>
            </definitions>
            """;

    @ParameterizedTest
    @CsvSource({
        "kf001, tasklist, 200", "kf001, cockpit, 403", "kf001, admin, 403",
        "ticketing.manager, tasklist, 200", "ticketing.manager, cockpit, 403", "ticketing.manager, admin, 403",
        "acme.auditor, cockpit, 200", "acme.auditor, tasklist, 403", "acme.auditor, admin, 403",
        "acme.designer, cockpit, 200", "acme.designer, tasklist, 403", "acme.designer, admin, 403",
        "acme.admin, tasklist, 200", "acme.admin, cockpit, 200", "acme.admin, admin, 200"
    })
    void opensTheApplicationsOfTheRoleAndNoOther(String person, String application, int status) {
        var apps = json(Browser.of(person).script("GET", "/camunda/api/admin/auth/user/default", null))
                .path("authorizedApps")
                .toString();
        assertThat(apps.contains('"' + application + '"')).as(apps).isEqualTo(status == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.admin", "acme.auditor", "acme.designer"})
    void showsModelsOfTheOwnTenantOnly(String person) {
        assertThat(Http.as(person).get("/engine-rest/process-definition").json())
                .allSatisfy(model -> assertThat(model.path("tenantId").asText()).isEqualTo("acme"));
        assertThat(json(Browser.of(person)
                        .script("GET", "/camunda/api/engine/engine/default/process-definition", null)))
                .allSatisfy(model -> assertThat(model.path("tenantId").asText()).isEqualTo("acme"));
    }

    @Test
    void showsNobodyToAnybody() {
        for (var person : new String[] {"kf001", "acme.admin", "acme.auditor"}) {
            var people = Http.as(person).get("/engine-rest/user").json();
            assertThat(people).hasSize(1);
            assertThat(people.path(0).path("id").asText()).isEqualTo(person);
            assertThat(Http.as(person).get("/engine-rest/group").json()).isEmpty();
            assertThat(Http.as(person).get("/engine-rest/user/gx001/profile").status())
                    .isEqualTo(404);
            assertThat(Http.as(person)
                            .get("/engine-rest/identity/groups?userId=gx001")
                            .json()
                            .path("groups"))
                    .isEmpty();
            assertThat(Http.as(person).get("/engine-rest/authorization").json()).isEmpty();
        }
    }

    @Test
    void hasNoLogInOfItsOwn() {
        var password = "{\"username\":\"gx001\",\"password\":\"baton-demo\"}";
        assertThat(Http.as("acme.admin")
                        .post("/engine-rest/identity/verify", password)
                        .status())
                .isEqualTo(403);
        assertThat(Browser.of("kf001")
                        .script("POST", "/camunda/api/admin/auth/user/default/login/cockpit", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsDesignersDeployIntoTheirOwnTenantOnly() {
        assertThat(deploy("acme.designer", "acme").statusCode()).isEqualTo(200);
        assertThat(deploy("acme.designer", "globex").statusCode()).isEqualTo(403);
        assertThat(deploy("acme.designer", null).statusCode()).isEqualTo(403);
        assertThat(deploy("acme.auditor", "acme").statusCode()).isEqualTo(403);
        assertThat(deploy("kf001", "acme").statusCode()).isEqualTo(403);
    }

    @Test
    void hidesDeploymentsFromOtherTenants() {
        var id = json(deploy("globex.designer", "globex")).path("id").asText();
        assertThat(Http.as("globex.designer")
                        .get("/engine-rest/deployment/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(Http.as("acme.admin").get("/engine-rest/deployment/" + id).status())
                .isEqualTo(404);
        assertThat(Http.as("acme.admin").delete("/engine-rest/deployment/" + id).status())
                .isGreaterThanOrEqualTo(400);
        assertThat(Http.as("globex.designer")
                        .get("/engine-rest/deployment/" + id)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesNobodyTheRightToGiveRights() {
        var grant =
                "{\"type\":1,\"permissions\":[\"ALL\"],\"groupId\":\"acme.agents\",\"resourceType\":4,\"resourceId\":\"*\"}";
        assertThat(Http.as("acme.admin")
                        .post("/engine-rest/authorization/create", grant)
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("acme.admin")
                        .post("/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void opensTasklistWithListsThatShowSomething() {
        assertThat(Http.as("ticketing.manager").get("/engine-rest/filter").json())
                .hasSize(5);
        assertThat(Http.as("kf001").get("/engine-rest/filter").json().findValuesAsText("name"))
                .containsExactly("我的任务 · My tasks");
    }

    private static HttpResponse<String> deploy(String person, @org.jspecify.annotations.Nullable String tenant) {
        var boundary = "baton-boundary";
        var body = new StringBuilder();
        part(body, boundary, "name=\"deployment-name\"", "door");
        if (tenant != null) {
            part(body, boundary, "name=\"tenant-id\"", tenant);
        }
        part(body, boundary, "name=\"data\"; filename=\"door.bpmn\"", MODEL.formatted("door-" + tenant));
        body.append("--").append(boundary).append("--\r\n");
        var request = HttpRequest.newBuilder(URI.create(CurrentBaton.url() + "/engine-rest/deployment/create"))
                .header("Authorization", "Bearer " + Tokens.of(person))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void part(StringBuilder body, String boundary, String disposition, String content) {
        body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; ")
                .append(disposition);
        body.append("\r\n\r\n").append(content).append("\r\n");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new Http.Answer(response.statusCode(), response.body(), response.headers()).json();
    }
}
