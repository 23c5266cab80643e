package io.baton.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import org.junit.jupiter.api.Test;

@BatonTest
class PeopleTests {

    @Test
    void tellsAnAgentWhoTheyAre() {
        var me = Http.as("kf001").in("zh-CN").get("/api/v1/me").json();
        assertThat(me.path("id").asText()).isEqualTo("kf001");
        assertThat(me.path("tenant").path("id").asText()).isEqualTo("acme");
        assertThat(me.path("tenant").path("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(me.path("department").path("name").asText()).isEqualTo("票务咨询");
        assertThat(me.path("roles").toString()).isEqualTo("[\"customer_service\"]");
        assertThat(me.path("webapps")).isEmpty();
    }

    @Test
    void namesDepartmentsInTheCallersLanguage() {
        assertThat(Http.as("acme.admin")
                        .in("zh-CN")
                        .get("/api/v1/departments")
                        .json()
                        .path("items")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("票务咨询", "退改售后", "大客户");
        assertThat(Http.as("acme.admin")
                        .in("en")
                        .get("/api/v1/departments")
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactlyInAnyOrder("ticketing", "aftersales", "vip");
    }

    @Test
    void showsAManagerTheOwnDepartmentOnly() {
        var manager = Http.as("ticketing.manager");
        var people = manager.get("/api/v1/users").json().path("items");
        assertThat(people.findValuesAsText("id"))
                .contains("kf001", "kf008", "ticketing.manager")
                .doesNotContain("kf009");
        assertThat(manager.get("/api/v1/users?department=vip").status()).isEqualTo(403);
        assertThat(manager.get("/api/v1/users?department=support").code()).isEqualTo("department_unknown");
        assertThat(manager.get("/api/v1/users?role=emperor").status()).isEqualTo(422);
    }

    @Test
    void showsAnAdministratorEverybodyOfTheCompanyAndNobodyElse() {
        var people =
                Http.as("acme.admin").get("/api/v1/users").json().path("items").findValuesAsText("id");
        assertThat(people).contains("kf001", "kf024", "acme.auditor").doesNotContain("gx001", "globex.admin");
        var agents = Http.as("globex.admin")
                .get("/api/v1/users?role=customer_service")
                .json()
                .path("items");
        assertThat(agents).extracting(agent -> agent.path("id").asText()).containsExactly("gx001", "gx002", "gx003");
    }
}
