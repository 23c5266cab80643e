package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.ProcessTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager steps in whenever somebody waits, whoever does something else at the same instant. */
@ProcessTest
class HandoffStepInTests extends HandoffScene {

    private static final StepIn TAKE = new StepIn("TAKE", null, null);

    @Autowired
    HandoffStepIns stepIns;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void hireTwo() {
        hire("si01", 1);
        hire("si02", 1);
        connect("si01", "vip.manager", "acme.admin");
    }

    @RepeatedTest(5)
    void winsOrLosesAgainstTheAgentWhoAccepts() throws Exception {
        var id = ask(customer()).handoff().id();
        var lost = atOnce(() -> decide(manager(), id, TAKE), () -> as(agent("si01"), () -> answers.accept(id)));
        assertThat(lost).singleElement().isIn("handoff_state", "taken");
        assertServedOnce(id, "si01", "vip.manager");
    }

    @RepeatedTest(5)
    void winsOrLosesAgainstTheCustomerWhoCancels() throws Exception {
        var customer = customer();
        var handoff = ask(customer).handoff();
        var lost = atOnce(
                () -> decide(manager(), handoff.id(), TAKE),
                () -> as(customer, () -> requests.cancel(handoff.ask().conversationId())));
        assertThat(lost).singleElement().isEqualTo("handoff_state");
        assertThat(active("si01")).isZero();
        var cancelled = state(handoff.id()) == HandoffState.CANCELLED;
        assertThat(active("vip.manager")).isEqualTo(cancelled ? 0 : 1);
    }

    @RepeatedTest(5)
    void standsWhenTheOfferTimesOutAtTheSameInstant() throws Exception {
        var id = ask(customer()).handoff().id();
        var job = management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .singleResult()
                        .getId())
                .activityId("OfferMissed")
                .singleResult();
        atOnce(() -> decide(manager(), id, TAKE), () -> fire(job.getId()));
        assertThat(now(id).agentId()).isEqualTo("vip.manager");
        assertServedOnce(id, "si01", "vip.manager");
    }

    @RepeatedTest(5)
    void letsOneOfTwoManagersHaveTheCustomer() throws Exception {
        var id = ask(customer()).handoff().id();
        var lost = atOnce(() -> decide(manager(), id, TAKE), () -> decide(admin(), id, TAKE));
        assertThat(lost).containsExactly("handoff_state");
        assertServedOnce(id, "vip.manager", "acme.admin");
    }

    @Test
    void assignsOnlyWhoCanSeeTheCustomer() {
        hire(new io.baton.rota.Agent("si03", "SI03", "ticketing", Set.of(), 3, false, 1, false));
        connect("si03");
        var id = ask(customer()).handoff().id();
        for (var wrong : List.of("si03", "gx001", "nobody", "")) {
            assertRefused(manager(), id, new StepIn("ASSIGN", wrong, null), "invalid");
        }
        assertRefused(manager(), id, new StepIn("ASSIGN", null, null), "invalid");
        assertRefused(manager(), id, new StepIn("EAT", null, null), "invalid");
        assertRefused(manager(), id, new StepIn("ASSIGN", "si02", null), "agent_not_connected");
        assertThat(state(id)).isEqualTo(HandoffState.ASSIGNED);
        assertThat(now(id).agentId()).isEqualTo("si01");
        assertThat(active("si01")).isEqualTo(1);
    }

    @Test
    void assignsNobodyWhoIsOnLeave() {
        connect("si02");
        inAcme(() -> jdbc.sql(
                        "update assignment set status = 'LEAVE', leave_id = gen_random_uuid() where agent_id = 'si02'")
                .update());
        var id = ask(customer()).handoff().id();
        assertRefused(manager(), id, new StepIn("ASSIGN", "si02", null), "agent_on_leave");
    }

    @Test
    void assignsWhoIsOffShiftAndAtTheMaximum() {
        connect("si02");
        inAcme(() -> jdbc.sql("delete from assignment where agent_id = 'si02'").update());
        for (int i = 1; i <= 2; i++) {
            var id = ask(customer()).handoff().id();
            decide(manager(), id, new StepIn("ASSIGN", "SI02", "请帮忙"));
            assertThat(now(id).agentId()).isEqualTo("si02");
            assertThat(active("si02")).isEqualTo(i);
        }
    }

    @Test
    void isForWhoLeadsTheDepartmentAndWhileSomebodyWaits() {
        var id = ask(customer()).handoff().id();
        assertRefused(agent("si01"), id, TAKE, "handoff_unknown");
        assertRefused(actor("ticketing.manager", "ticketing", Role.MANAGER), id, TAKE, "handoff_unknown");
        assertRefused(actor("acme.auditor", null, Role.AUDITOR), id, TAKE, "handoff_unknown");
        as(agent("si01"), () -> answers.accept(id));
        assertRefused(manager(), id, TAKE, "handoff_state");
        as(agent("si01"), () -> answers.complete(id, null, null));
        assertRefused(manager(), id, new StepIn("TICKET", null, null), "handoff_state");
    }

    private HandoffSnapshot decide(Actor actor, UUID id, StepIn decision) {
        return scope.call(actor, () -> stepIns.decide(id, decision));
    }

    private void assertRefused(Actor actor, UUID id, StepIn decision, String code) {
        assertThatThrownBy(() -> decide(actor, id, decision)).hasFieldOrPropertyWithValue("code", code);
    }

    private void assertServedOnce(UUID id, String one, String other) {
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        var agent = Objects.requireNonNull(now(id).agentId());
        assertThat(agent).isIn(one, other);
        assertThat(active(agent)).isEqualTo(1);
        assertThat(active(agent.equals(one) ? other : one)).isZero();
    }

    /** What the loser's timer does is tried again by the engine, which then finds that there is no timer any more. */
    private void fire(String job) {
        try {
            management.executeJob(job);
        } catch (org.camunda.bpm.engine.ProcessEngineException gone) {
            assertThat(management.createJobQuery().jobId(job).count()).isZero();
        }
    }

    /** Runs both at the same instant; answers with the codes of what was refused. */
    private static List<String> atOnce(Runnable one, Runnable other) throws Exception {
        var start = new CountDownLatch(1);
        var refused = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            for (var work : List.of(one, other)) {
                running.add(pool.submit(() -> {
                    start.await();
                    work.run();
                    return true;
                }));
            }
            start.countDown();
            for (var each : running) {
                try {
                    each.get();
                } catch (java.util.concurrent.ExecutionException failure) {
                    assertThat(failure.getCause()).isInstanceOf(Problem.class);
                    refused.add(((Problem) failure.getCause()).code());
                }
            }
        }
        return refused;
    }

    private static Actor admin() {
        return actor("acme.admin", null, Role.ADMIN);
    }

    private static Actor actor(String id, @org.jspecify.annotations.Nullable String department, Role role) {
        return new Actor(ACME, id, id, department, Set.of(role), Set.of());
    }
}
