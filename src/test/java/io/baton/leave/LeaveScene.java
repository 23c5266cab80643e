package io.baton.leave;

import static io.baton.leave.LeaveWorld.admin;
import static io.baton.leave.LeaveWorld.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.FlowNodes;
import io.baton.ProcessTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of both processes do with a case: move it, look at it, and remember that every flow node was reached. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LeaveScene {

    @Autowired
    protected LeaveProcesses processes;

    @Autowired
    protected Leaves leaves;

    @Autowired
    protected BalanceLedger ledger;

    @Autowired
    protected Rota rota;

    @Autowired
    protected AssignmentLocks locks;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected RepositoryService repository;

    protected final Set<String> instances = new HashSet<>();
    protected LeaveWorld world;

    @BeforeAll
    void begin(@Autowired TenantScope scope, @Autowired Agents agents, @Autowired ShiftTypes types) {
        world = new LeaveWorld(scope, rota, types, agents);
    }

    private final String definition;

    LeaveScene(String definition) {
        this.definition = definition;
    }

    @AfterAll
    void coversEveryFlowNode() {
        FlowNodes.assertAllPassed(repository, history, definition, instances);
    }

    protected LeaveRequest ask(String person, LeaveForm form) {
        var leave = world.as(agent(person), () -> processes.of(form).request(form));
        remember(leave);
        return leave;
    }

    protected void remember(LeaveRequest leave) {
        instances.add(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(leave.id().toString())
                .singleResult()
                .getId());
    }

    protected LeaveRequest decide(Actor by, LeaveRequest leave, boolean approved, @Nullable String comment) {
        return world.as(by, () -> processes.of(leave).approve(leave.id(), new LeaveDecision(approved, comment)));
    }

    protected LeaveRequest read(LeaveRequest leave) {
        return world.as(admin(), () -> leaves.get(leave.id()));
    }

    protected Task task(LeaveRequest leave) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(leave.id().toString())
                .taskDefinitionKey("ApproveLeave")
                .singleResult();
    }

    protected List<String> groups(LeaveRequest leave) {
        return tasks.getIdentityLinksForTask(task(leave).getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    protected void complete(Actor by, LeaveRequest leave, Map<String, Object> form) {
        world.as(by, () -> {
            tasks.complete(task(leave).getId(), form);
            return true;
        });
    }

    protected void assertRefused(Actor by, LeaveRequest leave, Map<String, Object> form) {
        assertThatThrownBy(() -> complete(by, leave, form))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageMatching("(?s).*\\p{IsHan}.*[a-z].*");
    }

    protected static void assertProblem(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    protected void fire(LeaveRequest leave, String element) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(leave.id().toString())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult();
        management.executeJob(job.getId());
    }

    protected List<Assignment> shifts(String person, LocalDate day) {
        return world.as(admin(), () -> rota.assignments(person, day, day));
    }

    protected List<Assignment.Status> statuses(String person, LocalDate day) {
        return shifts(person, day).stream().map(Assignment::status).toList();
    }

    protected BigDecimal reserved(String person, LeaveRequest leave) {
        return sum(person, leave, Balance::reserved);
    }

    protected BigDecimal used(String person, LeaveRequest leave) {
        return sum(person, leave, Balance::used);
    }

    /** Of the years in which the leave lies: it may be asked for over New Year on any day the tests run. */
    private BigDecimal sum(String person, LeaveRequest leave, Function<Balance, BigDecimal> part) {
        return leave.form()
                .span()
                .dates()
                .map(LocalDate::getYear)
                .distinct()
                .limit(leave.form().type() == LeaveType.ANNUAL ? 2 : 1)
                .map(year ->
                        world.as(admin(), () -> ledger.of(person, leave.form().type(), year)))
                .map(part)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    protected List<String> passed(LeaveRequest leave) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(leave.id().toString())
                .singleResult();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    protected void assertEndedAt(LeaveRequest leave, String end) {
        assertThat(passed(leave)).contains(end);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(leave.id().toString())
                        .count())
                .isZero();
    }
}
