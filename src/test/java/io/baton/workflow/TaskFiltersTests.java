package io.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.Http;
import io.baton.ProcessTest;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists of Tasklist, as a manager's browser asks for them. */
@ProcessTest
class TaskFiltersTests {

    private static final AtomicInteger DAYS = new AtomicInteger(700);
    private static final String DEPARTMENT = "部门待办 · Department";
    private static final String MINE = "我的任务 · My tasks";
    private static final String OVERDUE = "已逾期 · Overdue";
    private static final String LEAVE = "请假 · Leave";
    private static final String SWAPS = "换班 · Swaps";

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private RoleGrants roles;

    @Test
    void showsManagersFiveListsAndAgentsTheirOwn() {
        for (var person : List.of("ticketing.manager", "acme.admin", "globex.manager")) {
            assertThat(Http.as(person).get("/engine-rest/filter").json().findValuesAsText("name"))
                    .as(person)
                    .contains(DEPARTMENT, MINE, OVERDUE, LEAVE, SWAPS);
        }
        assertThat(Http.as("kf001").get("/engine-rest/filter").json().findValuesAsText("name"))
                .containsExactly(MINE);
    }

    @Test
    void findsTheLeaveOfTheDepartment() {
        var task = askFor("kf007");

        assertThat(found("ticketing.manager", DEPARTMENT)).contains(task);
        assertThat(found("ticketing.manager", LEAVE)).contains(task);
        assertThat(found("ticketing.manager", SWAPS)).isEmpty();
        for (var stranger : List.of("vip.manager", "globex.manager", "globex.admin")) {
            assertThat(found(stranger, LEAVE)).as(stranger).doesNotContain(task);
        }
    }

    @Test
    void findsWhatIsOverdueOnlyOnceItIs() {
        var task = askFor("kf007");
        due(task, Instant.now().plus(Duration.ofHours(1)));
        assertThat(found("ticketing.manager", OVERDUE)).doesNotContain(task);

        due(task, Instant.now().minus(Duration.ofMinutes(1)));

        assertThat(found("ticketing.manager", OVERDUE)).contains(task);
    }

    @Test
    void findsWhatSomebodyTook() {
        var task = askFor("kf007");
        assertThat(found("ticketing.manager", MINE)).doesNotContain(task);

        tasks.setAssignee(task, "ticketing.manager");

        assertThat(found("ticketing.manager", MINE)).contains(task);
        assertThat(found("acme.admin", MINE)).doesNotContain(task);
    }

    @Test
    void addsWhatIsMissingToTenantsOfBeforeAndNothingTwice() {
        var overdue = filters.createTaskFilterQuery().filterName(OVERDUE).singleResult();
        filters.deleteFilter(overdue.getId());

        roles.grant(new Tenant("acme"));
        roles.grant(new Tenant("globex"));

        for (var name : List.of(DEPARTMENT, MINE, OVERDUE, LEAVE, SWAPS)) {
            assertThat(filters.createTaskFilterQuery().filterName(name).count())
                    .as(name)
                    .isEqualTo(1);
        }
        assertThat(Http.as("globex.manager").get("/engine-rest/filter").json().findValuesAsText("name"))
                .contains(OVERDUE);
    }

    /** The task that decides about a leave; the person is an agent of ticketing. */
    private String askFor(String person) {
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(DAYS.getAndIncrement());
        var asked = Http.as(person)
                .post(
                        "/api/v1/leaves",
                        Map.of(
                                "type", "PERSONAL",
                                "startDate", day.toString(),
                                "startPeriod", "MORNING",
                                "endDate", day.toString(),
                                "endPeriod", "AFTERNOON",
                                "reason", "家里有事"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(asked.json().get("id").asText())
                .singleResult()
                .getId();
    }

    private void due(String id, Instant when) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        task.setDueDate(Date.from(when));
        tasks.saveTask(task);
    }

    private static List<String> found(String person, String filter) {
        var known = Http.as(person).get("/engine-rest/filter").json();
        var id = StreamSupport.stream(known.spliterator(), false)
                .filter(one -> one.get("name").asText().equals(filter))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
        return ids(Http.as(person).get("/engine-rest/filter/" + id + "/list").json());
    }

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }
}
