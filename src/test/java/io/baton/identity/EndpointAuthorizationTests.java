package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every endpoint with a real token of every role, of a customer, and with none. */
@BatonTest
class EndpointAuthorizationTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void knowsWhoMayUseEachEndpoint() {
        assertThat(endpoints().stream().filter(endpoint -> !EndpointRights.isOpen(endpoint)))
                .containsExactlyInAnyOrderElementsOf(EndpointRights.listed());
    }

    @Test
    void asksForCredentialsEverywhere() {
        var checks = new SoftAssertions();
        for (var endpoint : EndpointRights.listed()) {
            checks.assertThat(call(Http.anonymous(), endpoint).status())
                    .as(endpoint)
                    .isIn(401, 403);
            checks.assertThat(call(Http.with("not.a.token"), endpoint).status())
                    .as(endpoint)
                    .isEqualTo(401);
        }
        checks.assertAll();
    }

    @Test
    void letsEachRoleUseItsEndpointsAndNoOther() {
        var checks = new SoftAssertions();
        for (var role : EndpointRights.roles()) {
            var caller = caller(role);
            for (var endpoint : EndpointRights.listed()) {
                var answer = call(caller, endpoint);
                var what = role + " " + endpoint + " → " + answer.status() + " " + answer.code();
                checks.assertThat(answer.status()).as(what).isLessThan(500);
                if (EndpointRights.allows(endpoint, role)) {
                    checks.assertThat(answer.status()).as(what).isNotIn(401, 403);
                } else {
                    checks.assertThat(answer.status()).as(what).isIn(refusals(endpoint));
                }
            }
        }
        checks.assertAll();
    }

    @Test
    void knowsNothingOfPeopleWithoutACompany() {
        assertThat(Http.with(visitor("globex")).get("/api/v1/me").status()).isEqualTo(403);
    }

    /**
     * What one has no right to see may also not exist; without an id there is nothing to look for.
     * What takes files refuses our JSON before it looks at the person; LeaveControllerTests and FilesTests send files.
     */
    private static Set<Integer> refusals(String endpoint) {
        if (EndpointRights.takesFiles(endpoint)) {
            return Set.of(403, 415);
        }
        return endpoint.contains("{") ? Set.of(403, 404) : Set.of(403);
    }

    private Set<String> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping ->
                        mapping.getValue().getBeanType().getPackageName().startsWith("io.baton"))
                .flatMap(mapping -> endpoints(mapping.getKey()))
                .filter(endpoint -> endpoint.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpoints(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method.name() + " " + path));
    }

    private static Answer call(Http caller, String endpoint) {
        var parts = endpoint.split(" ", 2);
        var path = parts[1].replace("{kind}", "leave")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return caller.send(
                parts[0],
                path + EndpointRights.query(endpoint),
                Set.of("POST", "PUT").contains(parts[0]) ? EndpointRights.body(endpoint) : null);
    }

    private static Http caller(char role) {
        return role == 'V' ? Http.with(visitor("acme")) : Http.as(EndpointRights.person(role));
    }

    private static String visitor(String tenant) {
        return Http.anonymous()
                .post("/api/v1/visitors", Map.of("tenant", tenant, "name", "小王"))
                .json()
                .path("token")
                .asText();
    }
}
