package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealmTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static KeycloakService keycloak = SharedServices.all().keycloak();

    @BeforeAll
    static void servesAnAddress() {
        keycloak.serve("http://localhost:4711");
    }

    @Test
    void givesAnAgentTenantDepartmentRoleAndGroups() throws Exception {
        var claims = claims("kf001");
        assertThat(claims.get("tenant").asText()).isEqualTo("acme");
        assertThat(claims.get("department").asText()).isEqualTo("ticketing");
        assertThat(texts(claims.get("roles"))).containsExactly("customer_service");
        assertThat(texts(claims.get("groups"))).containsExactlyInAnyOrder("acme.agents", "acme.ticketing");
        assertThat(claims.get("preferred_username").asText()).isEqualTo("kf001");
        assertThat(claims.get("name").asText()).isEqualTo("张伟");
    }

    @Test
    void givesAManagerTheDepartmentThatIsManaged() throws Exception {
        var claims = claims("ticketing.manager");
        assertThat(claims.get("department").asText()).isEqualTo("ticketing");
        assertThat(texts(claims.get("roles"))).containsExactly("manager");
        assertThat(texts(claims.get("groups"))).containsExactlyInAnyOrder("acme.managers", "acme.ticketing.managers");
    }

    @Test
    void givesAnAuditorNoDepartment() throws Exception {
        var claims = claims("acme.auditor");
        assertThat(claims.has("department")).isFalse();
        assertThat(texts(claims.get("roles"))).containsExactly("auditor");
    }

    @Test
    void givesTheOtherCompanyItsOwnTenant() throws Exception {
        var claims = claims("gx001");
        assertThat(claims.get("tenant").asText()).isEqualTo("globex");
        assertThat(claims.get("department").asText()).isEqualTo("support");
        assertThat(claims.get("name").asText()).isEqualTo("Grace Tan");
    }

    @Test
    void putsTheClaimsIntoTheIdTokenAndTheUserInfoToo() throws Exception {
        var answer = JSON.readTree(Tokens.logIn("kf001", DemoSecrets.PERSON).body());
        var userInfo = JSON.readTree(get("/realms/baton/protocol/openid-connect/userinfo", answer.get("access_token"))
                .body());
        for (var claims : List.of(decode(answer.get("id_token").asText()), userInfo)) {
            assertThat(claims.get("tenant").asText()).isEqualTo("acme");
            assertThat(texts(claims.get("groups"))).contains("acme.ticketing");
            assertThat(texts(claims.get("roles"))).containsExactly("customer_service");
        }
    }

    @Test
    void namesTheApiAsAudienceAndLivesFiveMinutes() throws Exception {
        var claims = claims("kf001");
        assertThat(texts(claims.get("aud"))).contains("baton-api");
        assertThat(claims.get("iss").asText()).isEqualTo(keycloak.address() + "/realms/baton");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
    }

    @Test
    void refusesAWrongPassword() {
        var answer = Tokens.logIn("kf002", "wrong");
        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).contains("invalid_grant").contains("Invalid user credentials");
    }

    @Test
    void letsEverybodyOfTheDemonstrationLogIn() {
        assertThat(DemoPeople.all())
                .hasSize(37)
                .allSatisfy(person -> assertThat(
                                Tokens.logIn(person.id(), DemoSecrets.PERSON).statusCode())
                        .as(person.id())
                        .isEqualTo(200));
    }

    @Test
    void keepsPeopleFromChangingTheirTenant() throws Exception {
        var admin = new KeycloakAdmin(keycloak.address());
        var user = admin.get("baton", "/users?exact=true&username=kf003").get(0);
        var changed = user.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) changed)
                .withObjectProperty("attributes")
                .putArray("tenant")
                .add("globex");
        admin.put("baton", "/users/" + user.get("id").asText(), changed);
        assertThat(claims("kf003").get("tenant").asText()).isEqualTo("acme");
    }

    @Test
    void asksForALogInWithPkceOnly() throws Exception {
        var path = "/realms/baton/protocol/openid-connect/auth?client_id=baton-web&response_type=code&scope=openid"
                + "&redirect_uri=http://localhost:4711/login/oauth2/code/keycloak";
        assertThat(get(path, null).headers().firstValue("location").orElse(""))
                .contains("error=invalid_request")
                .contains("code_challenge");
        var page = get(
                path + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"zh-CN\"").contains("English");
    }

    @Test
    void refusesToRedirectElsewhere() throws Exception {
        var page = get(
                "/realms/baton/protocol/openid-connect/auth?client_id=baton-web&response_type=code&scope=openid"
                        + "&redirect_uri=https://elsewhere.example/login/oauth2/code/keycloak",
                null);
        assertThat(page.statusCode()).isEqualTo(400);
    }

    @Test
    void letsTheDirectoryReadPeopleAndGroupsButNoClients() throws Exception {
        var token = JSON.readTree(post(
                        "/realms/baton/protocol/openid-connect/token",
                        "grant_type=client_credentials&client_id=baton-admin&client_secret=" + DemoSecrets.ADMIN)
                .body());
        var bearer = token.get("access_token");
        assertThat(get("/admin/realms/baton/users?max=2", bearer).statusCode()).isEqualTo(200);
        assertThat(get("/admin/realms/baton/groups?briefRepresentation=false", bearer)
                        .body())
                .contains("acme.ticketing")
                .contains("票务咨询");
        assertThat(get("/admin/realms/baton/roles/manager/groups", bearer).statusCode())
                .isIn(200, 403);
        assertThat(get("/admin/realms/baton/clients", bearer).statusCode()).isEqualTo(403);
    }

    private static JsonNode claims(String person) throws IOException {
        return decode(Tokens.fresh(person));
    }

    private static JsonNode decode(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> texts(JsonNode array) {
        return array.isTextual()
                ? List.of(array.asText())
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    private static HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable JsonNode bearer)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(keycloak.address() + path));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer.asText());
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(keycloak.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
