package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.SocketClient;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class FloorControllerTests extends HandoffScene {

    private static final String FLOOR = "/api/v1/floor";

    @Autowired
    Serving serving;

    @Override
    String department() {
        return "vip";
    }

    @ParameterizedTest
    @CsvSource({
        "vip.manager,       '',                   200",
        "vip.manager,       ?department=vip,       200",
        "vip.manager,       ?department=ticketing, 403",
        "vip.manager,       ?department=nowhere,   403",
        "ticketing.manager, ?department=vip,       403",
        "acme.admin,        '',                   200",
        "acme.admin,        ?department=vip,       200",
        "acme.admin,        ?department=nowhere,   404",
        "acme.admin,        ?department=,          404",
        "kf017,             '',                   403",
        "kf017,             ?department=vip,       403",
        "acme.auditor,      '',                   403",
        "acme.designer,     '',                   403"
    })
    void isForWhoLeadsTheDepartment(String person, String query, int status) {
        assertThat(Http.as(person).get(FLOOR + query).status()).isEqualTo(status);
    }

    @Test
    void isForNobodyWhoIsNotKnown() {
        assertThat(Http.anonymous().get(FLOOR).status()).isEqualTo(401);
    }

    @Test
    void showsNothingOfAnotherTenant() {
        hire("fa01", 1);
        connect("fa01");
        var id = ask(customer()).handoff().id().toString();
        assertThat(Http.as("acme.admin").get(FLOOR).json().toString()).contains(id);
        var foreign = Http.as("globex.admin").get(FLOOR).json().toString();
        assertThat(foreign).doesNotContain(id).doesNotContain("fa01");
    }

    @Test
    void showsWhoWaitsWhoIsAskedAndWhoHasWhom() {
        hire("fa01", 1, "refund");
        connect("fa01");
        var first = ask(customer()).handoff().id();
        var second = ask(customer(), Priority.URGENT, "refund").handoff().id();
        var floor = floor();
        assertThat(floor.path("waiting").asInt()).isEqualTo(2);
        assertThat(floor.path("freeSeats").asInt()).isZero();
        var urgent = find(floor.path("queue"), second.toString());
        var asked = find(floor.path("queue"), first.toString());
        assertThat(urgent.path("position").asInt()).isEqualTo(1);
        assertThat(urgent.path("offer").isNull()).isTrue();
        assertThat(urgent.path("skills").path(0).asText()).isEqualTo("refund");
        assertThat(asked.path("position").asInt()).isEqualTo(2);
        assertThat(asked.path("state").asText()).isEqualTo("ASSIGNED");
        assertThat(asked.path("offer").path("agentId").asText()).isEqualTo("fa01");
        assertThat(Instant.parse(asked.path("offer").path("expiresAt").asText()))
                .isAfter(Instant.now());
        assertThat(asked.path("offer").path("score").path("parts")).isNotEmpty();
        assertThat(floor.path("waitingSince").asText())
                .isEqualTo(asked.path("since").asText());

        as(agent("fa01"), () -> answers.accept(first));
        floor = floor();
        assertThat(floor.path("waiting").asInt()).isEqualTo(1);
        var served = find(floor.path("served"), first.toString());
        assertThat(served.path("agentId").asText()).isEqualTo("fa01");
        assertThat(served.path("state").asText()).isEqualTo("IN_PROGRESS");
        var agent = find(floor.path("members"), "fa01");
        assertThat(agent.path("active").asInt()).isEqualTo(1);
        assertThat(agent.path("max").asInt()).isEqualTo(1);
        assertThat(agent.path("state").asText()).isEqualTo("ONLINE");
        assertThat(agent.path("onShift").asBoolean()).isTrue();
    }

    @Test
    void showsWhoIsMissingAndLeavesOutWhoIsNotExpected() {
        hire("fa01", 2);
        hire("fa02", 2);
        hire("fa03", 2);
        inAcme(() -> jdbc.sql("delete from assignment where agent_id = 'fa03'").update());
        connect("fa01");
        await().untilAsserted(() -> {
            var members = floor().path("members");
            assertThat(find(members, "fa01").path("light").asText()).isEqualTo("GREEN");
            assertThat(find(members, "fa02").path("light").asText()).isEqualTo("RED");
            assertThat(find(members, "fa03").isMissingNode()).isTrue();
        });
    }

    @Test
    void namesAManagerWhoStepsInThoughNoAgent() {
        hire("fa01", 1);
        connect("fa01");
        ask(customer());
        var id = ask(customer()).handoff().id();
        inAcme(() -> {
            seats.claimByHand("acme", "vip.manager", 0, Instant.now());
            var handoff = Handoff.of(table.lock(id).orElseThrow());
            var now = Instant.now();
            handoff.offer(new Offer("vip.manager", HandoffScore.BY_HAND, now, now), manager());
            handoff.accept(manager(), now);
            handoff.begin(manager(), now);
            table.update(handoff.now(), now);
            return true;
        });
        var member = find(floor().path("members"), "vip.manager");
        assertThat(member.path("name").asText()).isNotBlank().isNotEqualTo("vip.manager");
        assertThat(member.path("active").asInt()).isEqualTo(1);
    }

    @Test
    void countsTheWaitAnewOnceTheAgentWasLost() {
        hire("fa01", 1);
        connect("fa01");
        var id = ask(customer()).handoff().id();
        as(agent("fa01"), () -> answers.accept(id));
        var lost = Instant.now();
        inAcme(() -> {
            serving.pause(id);
            return serving.requeue(id, "agent_lost");
        });
        var waiting = find(floor().path("queue"), id.toString());
        assertThat(waiting.path("front").asBoolean()).isTrue();
        assertThat(Instant.parse(waiting.path("since").asText())).isAfterOrEqualTo(lost);
    }

    @Test
    void reportsEachWindowOfTheDepartmentAsOfTheGroup() {
        var answer = Http.as("vip.manager").get(FLOOR).json();
        assertThat(answer.path("answerWithinSeconds").asDouble()).isEqualTo(15);
        assertThat(answer.path("goalPercent").asInt()).isEqualTo(80);
        assertThat(answer.path("reports")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var report = answer.path("reports").path(i);
            var own = answer.path("groups").path(0).path("figures").path(i);
            assertThat(own.path("window")).isEqualTo(report.path("window"));
            assertThat(own.path("figures")).isEqualTo(report.path("figures"));
            assertThat(report.path("slices")).isNotEmpty();
        }
    }

    @Test
    void tellsWhoLeadsTheDepartmentThatItsFloorHasChanged() {
        hire("fa01", 1);
        connect("fa01");
        try (var manager = SocketClient.agent("vip.manager");
                var stranger = SocketClient.agent("ticketing.manager");
                var agent = SocketClient.agent("kf024")) {
            ask(customer());
            assertThat(manager.await("FLOOR").path("department").asText()).isEqualTo("vip");
            assertThat(stranger.untilPong()).noneMatch(FloorControllerTests::isOfThisFloor);
            assertThat(agent.untilPong()).noneMatch(FloorControllerTests::isOfThisFloor);
            agent.close(1000);
        }
    }

    private static boolean isOfThisFloor(JsonNode frame) {
        return frame.path("type").asText().equals("FLOOR")
                && frame.path("department").asText().equals("vip");
    }

    private static JsonNode floor() {
        var groups = Http.as("vip.manager").get(FLOOR).json().path("groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.path(0).path("now").path("department").asText()).isEqualTo("vip");
        return groups.path(0).path("now");
    }

    private static JsonNode find(JsonNode list, String id) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }
}
