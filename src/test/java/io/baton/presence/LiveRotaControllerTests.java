package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class LiveRotaControllerTests {

    @Autowired
    private Presence presence;

    @Autowired
    private Agents agents;

    @Autowired
    private TenantScope scope;

    @Test
    void showsTheLightsOfTheOwnDepartmentAndToAdministratorsAll() {
        scope.run(new Tenant("acme"), () -> {
            agents.save(new Agent("kf017", "Li", "vip", Set.of(), 3, false, 5, false));
            presence.connected("kf017", "desk");
        });
        assertThat(light(Http.as("vip.manager"), "")).isIn("YELLOW", "GREEN");
        assertThat(light(Http.as("acme.admin"), "?department=vip")).isIn("YELLOW", "GREEN");
        assertThat(light(Http.as("kf018"), "")).isIn("YELLOW", "GREEN");
        assertThat(light(Http.as("ticketing.manager"), "")).isEmpty();
        var foreign = Http.as("ticketing.manager").get("/api/v1/rota/live?department=vip");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(Http.as("acme.auditor").get("/api/v1/rota/live").status()).isEqualTo(403);
        assertThat(light(Http.as("globex.admin"), "")).isEmpty();
    }

    private static String light(Http who, String query) {
        for (var person : who.get("/api/v1/rota/live" + query).json().path("people")) {
            if (person.path("id").asText().equals("kf017")) {
                return person.path("light").asText();
            }
        }
        return "";
    }
}
