package io.baton.swap;

import static io.baton.swap.SwapWorld.admin;
import static io.baton.swap.SwapWorld.agent;
import static io.baton.swap.SwapWorld.chain;
import static io.baton.swap.SwapWorld.north;
import static io.baton.swap.SwapWorld.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.FlowNodes;
import io.baton.ProcessTest;
import io.baton.audit.Trail;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.BulkPlanning;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Staffing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The process on the real engine: which way each case goes, and which way it does not. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainSwapProcessTests {

    @Autowired
    private ChainSwapProcess process;

    @Autowired
    private Swaps swaps;

    @Autowired
    private SwapReconciler reconciler;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private BulkPlanning planning;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Rota rota;

    @Autowired
    private Trail trail;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    private final Set<String> instances = new HashSet<>();
    private SwapWorld world;

    @BeforeAll
    void begin(@Autowired TenantScope scope, @Autowired Agents agents, @Autowired ShiftTypes types) {
        world = new SwapWorld(scope, rota, types, agents);
    }

    @AfterAll
    void coversEveryFlowNode(@Autowired RepositoryService repository) {
        FlowNodes.assertAllPassed(repository, history, ChainSwapProcess.ID, instances);
    }

    @Test
    void letsThreeShiftsChangeHandsAtOnce() {
        var monday = SwapWorld.freeWeek();
        var shifts = three(monday);
        var swap = propose("sn1", shifts);
        assertThat(swap.state()).isEqualTo(SwapState.CONFIRMING);
        assertThat(held(shifts)).containsOnly(swap.number()).hasSize(3);
        assertThat(assignees(swap)).containsExactlyInAnyOrder("sn2", "sn3");

        confirm("sn3", swap, true);
        assertThat(read(swap).state()).isEqualTo(SwapState.CONFIRMING);
        assertThat(confirm("sn2", swap, true).state()).isEqualTo(SwapState.APPROVING);
        assertThat(groups(swap)).containsExactly("acme.swap-north.managers");
        var done = decide(north(), swap, true, "可以");

        assertThat(done.state()).isEqualTo(SwapState.EXECUTED);
        assertHas("sn1", monday.plusDays(1), shifts[1]);
        assertHas("sn2", monday.plusDays(2), shifts[2]);
        assertHas("sn3", monday, shifts[0]);
        assertThat(held(shifts)).isEmpty();
        assertEndedAt(swap, "SwapExecuted");
        assertThat(passed(swap))
                .contains("CheckChain", "LockAssignments", "ConfirmSwap", "ApproveSwap", "ExecuteSwap")
                .doesNotContain("RefuseSwap", "DeclineSwap", "RejectSwap", "ExpireSwap", "WithdrawSwap");
    }

    @Test
    void tellsInTheTrailWhoDidWhatForEachShift() {
        var monday = SwapWorld.freeWeek();
        var shifts = three(monday);
        var swap = confirmed(propose("sn1", shifts));
        decide(north(), swap, true, null);

        var entries = world.as(admin(), () -> trail.of("swap", swap.id().toString()));

        assertThat(entries.stream().map(entry -> entry.what()))
                .startsWith("SwapProposed", "SwapAdmitted", "ShiftHeld", "ShiftHeld", "ShiftHeld", "SwapConfirmed")
                .endsWith("SwapApproved", "ShiftSwapped", "ShiftSwapped", "ShiftSwapped", "SwapExecuted");
        assertThat(entries.stream()
                        .filter(entry -> entry.what().equals("ShiftSwapped"))
                        .map(entry -> entry.owner()))
                .containsExactly("sn1", "sn2", "sn3");
        assertThat(world.as(agent("sn2"), () -> trail.of("swap", swap.id().toString())))
                .isNotEmpty();
        assertThat(world.as(north(), () -> trail.of("swap", swap.id().toString())))
                .isNotEmpty();
        assertProblem(
                "trail_unknown",
                () -> world.as(agent("sn9"), () -> trail.of("swap", swap.id().toString())));
    }

    @Test
    void asksEveryDepartmentThatIsTouched() {
        var monday = SwapWorld.freeWeek();
        var swap = confirmed(propose("sn1", pair("sn1", "ss1", monday)));
        assertThat(swap.approvals()).extracting(SwapApproval::department).containsExactly("swap-north", "swap-south");

        assertThat(decide(south(), swap, true, null).state()).isEqualTo(SwapState.APPROVING);
        assertProblem(
                "swap_decided",
                () -> world.as(admin(), () -> process.approve(swap.id(), "swap-south", new SwapDecision(true, "也行"))));
        assertProblem(
                "forbidden",
                () -> world.as(south(), () -> process.approve(swap.id(), "swap-north", new SwapDecision(true, null))));

        assertThat(decide(north(), swap, true, null).state()).isEqualTo(SwapState.EXECUTED);
    }

    /** Each alone would leave enough people; the later one sees what the earlier one took. */
    @Test
    void countsWhatTwoSwapsTakeFromADepartmentTogether() throws Exception {
        var monday = SwapWorld.freeWeek();
        world.as(admin(), () -> {
            var early = world.shiftType("sw-early");
            staffing.want(early, SwapWorld.NORTH, monday.getDayOfWeek(), 1, monday);
            staffing.want(early, SwapWorld.NORTH, monday.getDayOfWeek(), 0, monday.plusDays(1));
            return true;
        });
        var first = pair("sn1", "ss1", monday);
        var second = pair("sn2", "ss2", monday);
        var one = confirmed(propose("sn1", first));
        var two = confirmed(propose("sn2", second));
        decide(south(), one, true, null);
        decide(south(), two, true, null);

        var states = new ArrayList<SwapState>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Swap>> both =
                    List.of(() -> decide(north(), one, true, null), () -> decide(north(), two, true, null));
            for (var done : threads.invokeAll(both)) {
                states.add(done.get().state());
            }
        }

        assertThat(states).containsExactlyInAnyOrder(SwapState.EXECUTED, SwapState.FAILED);
    }

    @Test
    void refusesByRuleWithoutAskingAnybody() {
        var monday = SwapWorld.freeWeek();
        var early = world.works("sn1", monday, "sw-early");
        var late = world.works("sn2", monday.plusDays(1), "sw-late");
        world.works("sn2", monday, "sw-late");

        var swap = propose("sn1", early, late);

        assertThat(swap.state()).isEqualTo(SwapState.REFUSED);
        assertThat(codes(swap)).contains("rest_too_short").doesNotContain("chain_open");
        assertThat(held(early, late)).isEmpty();
        assertEndedAt(swap, "SwapRefusedByRule");
        assertThat(passed(swap)).contains("RefuseSwap").doesNotContain("LockAssignments", "ConfirmSwap");
    }

    @Test
    void endsForAllWhenOneDeclines() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);

        var declined = world.as(agent("sn3"), () -> process.confirm(swap.id(), new SwapAnswer(false, "那天有课")));

        assertThat(declined.state()).isEqualTo(SwapState.DECLINED);
        assertThat(held(shifts)).isEmpty();
        assertEndedAt(swap, "SwapDeclined");
        assertThat(passed(swap)).contains("DeclineSwap").doesNotContain("ApproveSwap");
        assertProblem("swap_over", () -> confirm("sn2", swap, true));
        assertHas("sn1", shifts[0].day(), shifts[0]);
    }

    @Test
    void remindsAndExpiresWhenSomebodyDoesNotAnswer() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);
        confirm("sn2", swap, true);
        fire(swap, "ParticipantReminderPassed");

        fire(swap, "ConfirmationTimePassed");

        assertThat(read(swap).state()).isEqualTo(SwapState.EXPIRED);
        assertThat(held(shifts)).isEmpty();
        assertEndedAt(swap, "SwapExpired");
        assertThat(passed(swap)).contains("RemindParticipants").doesNotContain("ApproveSwap", "DeclineSwap");
    }

    @Test
    void remindsEscalatesAndExpiresWhenADepartmentDoesNotDecide() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = confirmed(propose("sn1", shifts));
        fire(swap, "ApproverReminderPassed");
        fire(swap, "EscalationPassed");
        assertThat(groups(swap)).containsExactlyInAnyOrder("acme.swap-north.managers", "acme.admins");

        fire(swap, "DecisionTimePassed");

        assertThat(read(swap).state()).isEqualTo(SwapState.EXPIRED);
        assertThat(held(shifts)).isEmpty();
        assertThat(passed(swap))
                .contains("RemindApprovers", "EscalateSwap", "ExpireSwap")
                .doesNotContain("ExecuteSwap");
    }

    @Test
    void endsWhenADepartmentRejects() {
        var monday = SwapWorld.freeWeek();
        var shifts = pair("sn1", "ss1", monday);
        var swap = confirmed(propose("sn1", shifts));
        decide(north(), swap, true, null);

        var rejected = decide(south(), swap, false, "当天培训");

        assertThat(rejected.state()).isEqualTo(SwapState.REJECTED);
        assertThat(rejected.progress().settled()).extracting(Verdict::comment).isEqualTo("当天培训");
        assertThat(held(shifts)).isEmpty();
        assertEndedAt(swap, "SwapRejected");
        assertThat(passed(swap)).contains("RejectSwap").doesNotContain("ExecuteSwap");
        assertHas("sn1", shifts[0].day(), shifts[0]);
    }

    @Test
    void canBeWithdrawnWhileItIsConfirmed() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);
        assertProblem("forbidden", () -> world.as(agent("sn2"), () -> process.withdraw(swap.id(), null)));

        world.as(agent("sn1"), () -> process.withdraw(swap.id(), "不换了"));

        assertThat(read(swap).state()).isEqualTo(SwapState.WITHDRAWN);
        assertThat(held(shifts)).isEmpty();
        assertEndedAt(swap, "SwapWithdrawn");
        assertThat(world.as(agent("sn1"), () -> process.withdraw(swap.id(), "不换了"))
                        .state())
                .isEqualTo(SwapState.WITHDRAWN);
    }

    @Test
    void canBeWithdrawnWhileItIsDecidedAndNotAfterwards() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = confirmed(propose("sn1", shifts));
        world.as(agent("sn1"), () -> process.withdraw(swap.id(), null));
        assertThat(read(swap).state()).isEqualTo(SwapState.WITHDRAWN);
        assertProblem("swap_over", () -> decide(north(), swap, true, null));

        var again = confirmed(propose("sn1", shifts));
        decide(north(), again, true, null);
        assertProblem("swap_over", () -> world.as(agent("sn1"), () -> process.withdraw(again.id(), null)));
    }

    @Test
    void failsWithTheCauseWhenTheRotaStandsAgainstItByThen() {
        var monday = SwapWorld.freeWeek();
        var shifts = three(monday);
        var swap = confirmed(propose("sn1", shifts));
        world.works("sn1", monday.plusDays(1), "sw-early");

        var failed = decide(north(), swap, true, null);

        assertThat(failed.state()).isEqualTo(SwapState.FAILED);
        assertThat(codes(failed)).contains("already_assigned");
        assertThat(failed.progress().settled())
                .extracting(Verdict::comment)
                .asString()
                .contains("already_assigned (1)");
        assertThat(held(shifts)).isEmpty();
        assertHas("sn2", monday.plusDays(1), shifts[1]);
        assertEndedAt(swap, "SwapFailed");
        assertThat(passed(swap)).contains("ExecuteSwap").doesNotContain("SwapExecuted");
    }

    @Test
    void keepsEverythingElseFromItsShifts() {
        var monday = SwapWorld.freeWeek();
        var shifts = three(monday);
        var swap = propose("sn1", shifts);

        var other = propose("sn2", shifts[1], world.works("sn4", monday.plusDays(3), "sw-early"));
        assertThat(other.state()).isEqualTo(SwapState.REFUSED);
        assertThat(codes(other)).containsExactly("shift_locked");
        assertThat(other.progress().findings().getFirst().reason().en()).contains(swap.number());
        assertThat(world.as(north(), () -> planning.remove(List.of(shifts[0].id()))))
                .extracting(conflict -> conflict.finding().reason().code())
                .containsExactly("shift_locked");
        assertProblem(
                "shift_locked",
                () -> world.as(admin(), () -> rota.applyLeave(Ids.next(), "sn3", HalfDays.of(monday.plusDays(2)))));
        assertThat(held(shifts)).containsOnly(swap.number());
    }

    @Test
    void isNotDecidedByWhoeverTakesPartOrHasNothingToDoWithIt() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);
        assertProblem("forbidden", () -> confirm("sn4", swap, true));
        assertProblem("swap_answered", () -> confirm("sn1", swap, true));
        assertProblem("swap_not_confirmed", () -> decide(north(), swap, true, null));
        confirmed(swap);

        assertProblem(
                "swap_own_request",
                () -> world.as(
                        SwapWorld.actor("sn2", SwapWorld.NORTH, Role.MANAGER),
                        () -> process.approve(swap.id(), null, new SwapDecision(true, null))));
        assertProblem("forbidden", () -> decide(south(), swap, true, null));
        assertProblem("swap_answered", () -> confirm("sn2", swap, false));
        assertThat(confirm("sn2", swap, true).state()).isEqualTo(SwapState.APPROVING);
    }

    @Test
    void isProposedByWhoeverTakesPart() {
        var shifts = three(SwapWorld.freeWeek());
        assertProblem("swap_not_yours", () -> world.as(agent("sn4"), () -> process.propose(chain(shifts))));
        assertProblem("forbidden", () -> world.as(north(), () -> process.propose(chain(shifts))));
    }

    @Test
    void readsAFormOfTasklistLikeADecisionOverRest() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);
        assertRefused(agent("sn3"), task(swap, "sn2"), Map.of("answer", "agreed"));
        assertRefused(agent("sn2"), task(swap, "sn2"), Map.of("answer", "perhaps"));
        assertRefused(agent("sn2"), task(swap, "sn2"), Map.of("answer", "agreed", "participantCount", 1));
        assertRefused(agent("sn2"), task(swap, "sn2"), Map.of("answer", "agreed", "sheet", "{}"));
        assertRefused(agent("sn2"), task(swap, "sn2"), Map.of("answer", "agreed", "stranger", "1"));
        complete(agent("sn2"), task(swap, "sn2"), Map.of("answer", "agreed", "comment", "好"));
        complete(agent("sn3"), task(swap, "sn3"), Map.of("answer", "agreed"));
        assertThat(read(swap).state()).isEqualTo(SwapState.APPROVING);

        assertRefused(north(), decision(swap), Map.of("decision", "rejected"));
        assertRefused(south(), decision(swap), Map.of("decision", "approved"));
        assertRefused(north(), decision(swap), Map.of("decision", "approved", "department", "swap-south"));
        complete(north(), decision(swap), Map.of("decision", "approved"));

        assertThat(read(swap).state()).isEqualTo(SwapState.EXECUTED);
        assertThat(read(swap).item("sn2").orElseThrow().answer().comment()).isEqualTo("好");
    }

    @Test
    void drawsTheChainForWhoeverDecides() {
        var first = confirmed(propose("sn1", three(SwapWorld.freeWeek())));
        decide(north(), first, true, null);
        var shifts = three(SwapWorld.freeWeek());
        var swap = confirmed(propose("sn1", shifts));

        var sheet = tasks.getVariable(decision(swap).getId(), "sheet").toString();

        assertThat(sheet)
                .contains("data:image/svg+xml;base64,", "客服 sn1 ← 客服 sn2 ← 客服 sn3 ← 客服 sn1", "同意 agreed")
                .contains(first.number())
                .contains("早班 sw-early " + shifts[0].day());
    }

    @Test
    void endsWithItsProcessWhenAnAdministratorTakesThatAway() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);

        world.as(admin(), () -> {
            runtime.deleteProcessInstance(instance(swap), "in Cockpit");
            return true;
        });

        assertThat(read(swap).state()).isEqualTo(SwapState.FAILED);
        assertThat(held(shifts)).isEmpty();
    }

    @Test
    void isFoundByTheReconcilerWhenItsProcessWentWithoutAWord() {
        var shifts = three(SwapWorld.freeWeek());
        var swap = propose("sn1", shifts);
        var alive = propose("sn5", pair("sn5", "sn6", SwapWorld.freeWeek()));
        var before = orphans();
        world.as(admin(), () -> {
            runtime.deleteProcessInstance(instance(swap), "listeners skipped", true);
            return true;
        });
        assertThat(held(shifts)).hasSize(3);

        reconciler.reconcile();
        reconciler.reconcile();

        assertThat(read(swap).state()).isEqualTo(SwapState.FAILED);
        assertThat(read(swap).progress().settled()).extracting(Verdict::comment).isEqualTo("process_gone");
        assertThat(held(shifts)).isEmpty();
        assertThat(orphans()).isEqualTo(before + 1);
        assertThat(read(alive).state()).isEqualTo(SwapState.CONFIRMING);
    }

    private double orphans() {
        return metrics.get("baton.swap.orphans").counter().count();
    }

    private Assignment[] three(LocalDate monday) {
        return new Assignment[] {
            world.works("sn1", monday, "sw-early"),
            world.works("sn2", monday.plusDays(1), "sw-early"),
            world.works("sn3", monday.plusDays(2), "sw-early")
        };
    }

    private Assignment[] pair(String one, String other, LocalDate monday) {
        return new Assignment[] {world.works(one, monday, "sw-early"), world.works(other, monday.plusDays(2), "sw-late")
        };
    }

    private Swap propose(String by, Assignment... shifts) {
        var swap = world.as(agent(by), () -> process.propose(chain(shifts)));
        instances.add(instance(swap));
        return swap;
    }

    private Swap confirm(String by, Swap swap, boolean agreed) {
        return world.as(agent(by), () -> process.confirm(swap.id(), new SwapAnswer(agreed, null)));
    }

    private Swap confirmed(Swap swap) {
        swap.others().forEach(item -> confirm(item.agentId(), swap, true));
        return read(swap);
    }

    private Swap decide(Actor by, Swap swap, boolean approved, @Nullable String comment) {
        return world.as(by, () -> process.approve(swap.id(), null, new SwapDecision(approved, comment)));
    }

    private Swap read(Swap swap) {
        return world.as(admin(), () -> swaps.get(swap.id()));
    }

    private List<String> held(Assignment... shifts) {
        return world.as(
                admin(),
                () -> locks.on(List.of(shifts)).stream()
                        .map(AssignmentLocks.Lock::number)
                        .toList());
    }

    private static List<String> codes(Swap swap) {
        return swap.progress().findings().stream()
                .map(finding -> finding.reason().code())
                .toList();
    }

    private void assertHas(String agent, LocalDate day, Assignment shift) {
        var rows = world.rota(agent, day, day);
        assertThat(rows).hasSize(1);
        var row = rows.getFirst();
        assertThat(row.during()).isEqualTo(shift.during());
        assertThat(row.id().equals(shift.id()) || shift.id().equals(row.replaces()))
                .isTrue();
    }

    private String instance(Swap swap) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(swap.id().toString())
                .singleResult()
                .getId();
    }

    private List<Task> tasks(Swap swap) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(swap.id().toString())
                .list();
    }

    private List<String> assignees(Swap swap) {
        return tasks(swap).stream().map(Task::getAssignee).toList();
    }

    private Task task(Swap swap, String assignee) {
        return tasks(swap).stream()
                .filter(task -> assignee.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    private Task decision(Swap swap) {
        return tasks(swap).getFirst();
    }

    private List<String> groups(Swap swap) {
        return tasks(swap).stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private void complete(Actor by, Task task, Map<String, Object> form) {
        world.as(by, () -> {
            tasks.complete(task.getId(), new HashMap<>(form));
            return true;
        });
    }

    private void assertRefused(Actor by, Task task, Map<String, Object> form) {
        assertThatThrownBy(() -> complete(by, task, form))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageMatching("(?s).*\\p{IsHan}.*[a-z].*");
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void fire(Swap swap, String element) {
        var job = management
                .createJobQuery()
                .processInstanceId(instance(swap))
                .activityId(element)
                .singleResult();
        management.executeJob(job.getId());
    }

    private List<String> passed(Swap swap) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance(swap)).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private void assertEndedAt(Swap swap, String end) {
        assertThat(passed(swap)).contains(end);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(swap.id().toString())
                        .count())
                .isZero();
    }
}
