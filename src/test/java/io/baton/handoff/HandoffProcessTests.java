package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baton.FlowNodes;
import io.baton.ProcessTest;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import io.baton.presence.State;
import io.baton.rota.Agent;
import io.baton.rota.AgentAbsent;
import io.baton.rota.ShiftEnded;
import io.baton.ticket.NewTicket;
import io.baton.ticket.TicketPriority;
import io.baton.ticket.TicketWork;
import io.baton.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;

@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoffProcessTests extends HandoffScene {

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HandoffStepIns stepIns;

    @Autowired
    HandoffTransfers transfers;

    @Autowired
    HandoffProcess process;

    @Autowired
    AgentAbsences absences;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketWork ticketWork;

    @Autowired
    ApplicationEventPublisher events;

    private final Set<String> passed = new TreeSet<>();

    @Override
    String department() {
        return "vip";
    }

    private void hireTwo() {
        hire("hp01", 2, "refund");
        hire("hp02", 1);
    }

    @BeforeEach
    void nobodyIsConnected() {
        inAcme(() -> jdbc.sql("update seat set active = 0, extra = 0").update());
        inAcme(() -> jdbc.sql("delete from notice where person like 'hp%'").update());
        hireTwo();
    }

    @AfterAll
    void everyFlowNodeWasPassed() {
        assertThat(passed).containsAll(FlowNodes.of(repository, "handoff"));
    }

    @Test
    void servesACustomerFromRequestToRating() {
        connect("hp01");
        var id = ask(customer()).handoff().id();
        assertThat(state(id)).isEqualTo(HandoffState.ASSIGNED);
        accept(id, "hp01");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        as(agent("hp01"), () -> answers.complete(id, "solved", null));
        assertThat(state(id)).isEqualTo(HandoffState.COMPLETED);
        assertThat(active("hp01")).isZero();
        assertPath(
                id,
                List.of(
                        "OfferToAgent",
                        "OfferAccepted",
                        "AgentFound",
                        "OpenConversation",
                        "CustomerServed",
                        "ReleaseSeat",
                        "HandoffCompleted"),
                List.of("OpenTicket", "AgentFreed", "RaisePriority", "StepIn", "PauseHandoff"));
    }

    @Test
    void opensATicketWhenNobodyIsOnDuty() {
        var customer = customer();
        var view = ask(customer);
        assertThat(view.handoff().state()).isEqualTo(HandoffState.TICKETED);
        assertThat(view.handoff().outcome().ticket()).isNotNull();
        assertPath(
                view.handoff().id(),
                List.of("FindOnDuty", "OpenTicket", "HandoffTicketed"),
                List.of("ScoreAgents", "OfferToAgent"));
    }

    @Test
    void skipsTheOfferForAgentsWhoAcceptAutomatically() {
        hire(new Agent("hp03", "HP03", department(), Set.of(), 3, false, 1, true));
        connect("hp03");
        var id = ask(customer()).handoff().id();
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertPath(
                id, List.of("AutoAccept", "AgentFound", "OpenConversation"), List.of("OfferToAgent", "OfferAccepted"));
    }

    @Test
    void goesOnToTheNextAgentAfterARejectionAndKeepsItsPlace() {
        connect("hp01", "hp02");
        var id = ask(customer()).handoff().id();
        var first = asked(id);
        var place = now(id).place();
        as(agent(first), () -> answers.reject(id, "busy"));
        var second = asked(id);
        assertThat(second).isNotEqualTo(first);
        assertThat(now(id).place()).isEqualTo(place);
        assertThat(active(first)).isZero();
        assertPath(id, List.of("OfferRejected", "ReturnToQueue"), List.of("OfferMissed", "RecordMiss"));
    }

    @Test
    void waitsForAnotherAgentWhenTheOnlyOneSaysNo() {
        connect("hp01");
        var id = ask(customer()).handoff().id();
        as(agent("hp01"), () -> answers.reject(id, null));
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        connect("hp02");
        awaitAgent(id, "hp02");
        assertPath(id, List.of("AgentFreed", "OfferToAgent"), List.of("AgentFound"));
    }

    @Test
    void setsAnAgentAwayAfterThreeMissesInARow() {
        connect("hp01");
        var ids = new java.util.ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            var id = ask(customer()).handoff().id();
            assertThat(asked(id)).isEqualTo("hp01");
            fire(id, "OfferMissed");
            assertThat(state(id)).isEqualTo(HandoffState.PENDING);
            ids.add(id);
        }
        var status = inAcme(() -> presence.of("hp01"));
        assertThat(status.state()).isEqualTo(State.AWAY);
        assertThat(active("hp01")).isZero();
        assertPath(ids.getFirst(), List.of("OfferMissed", "RecordMiss"), List.of("OfferRejected", "AgentFound"));
        inAcme(() -> {
            presence.choose("hp01", State.ONLINE);
            return true;
        });
    }

    @Test
    void raisesThePriorityAndDropsTheSkills() {
        connect("hp02");
        var id = ask(customer(), Priority.LOW, "refund").handoff().id();
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        fire(id, "FirstWaitExceeded");
        assertThat(now(id).place().priority()).isEqualTo(Priority.NORMAL);
        awaitAgent(id, "hp02");
        assertPath(id, List.of("RaisePriority", "PriorityRaised", "AgentFreed"), List.of("CallManagers"));
    }

    @Test
    void letsAManagerAssignSomebodyAboveTheMaximum() {
        var id = waitsForAManager();
        as(manager(), () -> stepIns.decide(id, new StepIn("ASSIGN", "HP02", null)));
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo("hp02");
        assertThat(active("hp02")).isEqualTo(2);
        assertPath(
                id,
                List.of("StepIn", "ManagerDecided", "StepInDecided", "ApplyStepIn", "TicketChosen", "OpenConversation"),
                List.of("ManagerSteppedIn", "OpenTicket"));
    }

    @Test
    void letsAManagerTakeTheCustomer() {
        var id = waitsForAManager();
        connect("vip.manager");
        as(manager(), () -> stepIns.decide(id, new StepIn("take", null, null)));
        assertThat(now(id).agentId()).isEqualTo("vip.manager");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
    }

    @Test
    void letsAManagerOpenATicket() {
        var id = waitsForAManager();
        fire(id, "StepInReminded");
        as(manager(), () -> stepIns.decide(id, new StepIn("TICKET", null, "later")));
        assertThat(state(id)).isEqualTo(HandoffState.TICKETED);
        assertPath(
                id,
                List.of(
                        "StepInReminded",
                        "RemindManagers",
                        "ManagersReminded",
                        "ManagerDecided",
                        "StepInDecided",
                        "OpenTicket"),
                List.of("ManagerSteppedIn", "OpenConversation"));
    }

    @Test
    void letsAManagerStepInBeforeAnybodyIsCalled() {
        served("hp02");
        var id = ask(customer()).handoff().id();
        as(manager(), () -> stepIns.decide(id, new StepIn("ASSIGN", "hp02", "熟客")));
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(active("hp02")).isEqualTo(2);
        assertPath(
                id,
                List.of("ManagerSteppedIn", "ApplyStepIn", "OpenConversation"),
                List.of("CallManagers", "StepIn", "StepInDecided", "OpenTicket"));
    }

    @Test
    void letsAManagerTakeACustomerWhomAnAgentIsAskedAbout() {
        connect("hp01", "vip.manager");
        var id = ask(customer()).handoff().id();
        as(manager(), () -> stepIns.decide(id, new StepIn("TAKE", null, null)));
        assertThat(now(id).agentId()).isEqualTo("vip.manager");
        assertThat(active("hp01")).isZero();
        assertThat(active("vip.manager")).isEqualTo(1);
        assertThat(now(id).trail().misses()).isZero();
        assertPath(id, List.of("OfferToAgent", "ManagerSteppedIn"), List.of("OfferAccepted", "AgentFound"));
    }

    @Test
    void letsAManagerEndTheWaitWithATicketAtAnyTime() {
        connect("hp01");
        var id = ask(customer()).handoff().id();
        as(manager(), () -> stepIns.decide(id, new StepIn("TICKET", null, "明天答复")));
        assertThat(state(id)).isEqualTo(HandoffState.TICKETED);
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("ManagerSteppedIn", "OpenTicket", "HandoffTicketed"), List.of("OpenConversation"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void refusesATamperedFormAndKeepsTheTask(CapturedOutput output) {
        var id = waitsForAManager();
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        assertThat(task.getDueDate()).isNotNull();
        for (var wrong : List.of(
                new StepIn("DELETE", null, null),
                new StepIn("ASSIGN", "gx001", null),
                new StepIn("ASSIGN", "", null))) {
            assertThatThrownBy(() -> as(manager(), () -> tasks.complete(task.getId(), variables(wrong))))
                    .hasMessageContaining("部分字段的值不符合要求")
                    .hasRootCauseInstanceOf(Problem.class);
        }
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
        assertThat(output).as("a refusal is an answer, no failure to be logged").doesNotContain("StepRefused");
    }

    @Test
    void givesUpWithATicketAndFreesTheSeatOfAnOpenOffer() {
        connect("hp01");
        var id = ask(customer()).handoff().id();
        fire(id, "WaitExceeded");
        assertThat(state(id)).isEqualTo(HandoffState.TICKETED);
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("WaitExceeded", "OpenTicket", "HandoffTicketed"), List.of("StepIn", "OpenConversation"));
    }

    @Test
    void freesTheSeatWhenTheCustomerCancels() {
        connect("hp01");
        var customer = customer();
        var handoff = ask(customer).handoff();
        as(customer, () -> requests.cancel(handoff.ask().conversationId()));
        assertThat(state(handoff.id())).isEqualTo(HandoffState.CANCELLED);
        assertThat(active("hp01")).isZero();
        assertPath(
                handoff.id(),
                List.of("HandoffWithdrawn", "WithdrawOffer", "HandoffCancelled"),
                List.of("AgentFound", "OpenTicket"));
    }

    @Test
    void resumesWhenTheLostAgentComesBack() {
        var id = served("hp01");
        lose("hp01");
        awaitState(id, HandoffState.PAUSED);
        assertThat(active("hp01")).isEqualTo(1);
        connect("hp01");
        awaitState(id, HandoffState.IN_PROGRESS);
        assertPath(
                id,
                List.of("AgentLost", "PauseHandoff", "AgentReturned", "ResumeHandoff", "HandoffResumed"),
                List.of("AgentMissed", "RequeueAtFront"));
    }

    @Test
    void queuesAgainAtTheFrontWhenTheAgentStaysAway() {
        var id = served("hp01");
        connect("hp02");
        lose("hp01");
        awaitState(id, HandoffState.PAUSED);
        fire(id, "AgentMissed");
        assertThat(now(id).place().front()).isTrue();
        assertThat(now(id).agentId()).isEqualTo("hp02");
        assertThat(active("hp01")).isZero();
        accept(id, "hp02");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertPath(
                id, List.of("RequeueWanted", "AgentGivenUp", "RequeueAtFront"), List.of("TicketWanted", "OpenTicket"));
    }

    @Test
    void opensATicketForALostAgentWhenTheTenantWantsThat() {
        var id = served("hp01");
        setVariable(id, "requeue", false);
        lose("hp01");
        awaitState(id, HandoffState.PAUSED);
        fire(id, "AgentMissed");
        assertThat(state(id)).isEqualTo(HandoffState.TICKETED);
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("TicketWanted", "AgentTicketed", "OpenTicket"), List.of("RequeueAtFront"));
    }

    @Test
    void queuesAgainAtOnceWhenTheTenantDoesNotWaitForLostAgents() {
        var id = served("hp01");
        connect("hp02");
        setVariable(id, "waitForAgent", false);
        lose("hp01");
        awaitAgent(id, "hp02");
        assertThat(now(id).place().front()).isTrue();
        assertThat(active("hp01")).isZero();
        assertPath(
                id,
                List.of("PauseHandoff", "WaitForAgent", "QueueAgain", "RequeueWanted", "AgentGivenUp"),
                List.of("ReturnAwaited", "AgentMissed", "AgentLeft"));
    }

    @Test
    void opensATicketAtOnceWhenTheTenantWantsNothingElse() {
        var id = served("hp01");
        setVariable(id, "waitForAgent", false);
        setVariable(id, "requeue", false);
        lose("hp01");
        awaitState(id, HandoffState.TICKETED);
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("WaitForAgent", "TicketWanted"), List.of("ReturnAwaited", "RequeueWanted"));
    }

    @Test
    void handsOverAtOnceWhenTheAgentSignsOut() {
        var id = served("hp01");
        connect("hp02");
        leave("hp01");
        awaitAgent(id, "hp02");
        assertThat(now(id).place().front()).isTrue();
        assertThat(active("hp01")).isZero();
        assertThat(active("hp02")).isEqualTo(1);
        assertPath(id, List.of("AgentLeft", "RequeueAtFront", "OfferToAgent"), List.of("AgentMissed", "AgentGivenUp"));
    }

    @Test
    void opensATicketWhenTheLastAgentSignsOut() {
        var id = served("hp01");
        leave("hp01");
        awaitState(id, HandoffState.TICKETED);
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("AgentLeft", "RequeueAtFront", "OpenTicket"), List.of("AgentMissed", "AgentGivenUp"));
    }

    @Test
    void stopsATransferWhenItsSenderSignsOut() {
        var id = served("hp01");
        connect("hp02");
        transfer(id, "hp01", "hp02");
        leave("hp01");
        awaitState(id, HandoffState.ASSIGNED);
        assertThat(now(id).agentId()).isEqualTo("hp02");
        assertThat(active("hp01")).isZero();
        assertThat(active("hp02")).isEqualTo(1);
        assertPath(id, List.of("TransferAnswered", "AgentLeft"), List.of("MoveConversation", "ReturnToSender"));
    }

    @Test
    void sendsATransferBackWhenItsTargetIsLost() {
        var id = served("hp01");
        connect("hp02");
        transfer(id, "hp01", "hp02");
        lose("hp02");
        awaitState(id, HandoffState.IN_PROGRESS);
        assertSentBack(id);
    }

    @Test
    void pausesWhatCameBackToASenderWhoIsGone() {
        var id = served("hp01");
        connect("hp02");
        transfer(id, "hp01", "hp02");
        lose("hp01");
        assertThat(state(id)).isEqualTo(HandoffState.TRANSFERRED);
        as(agent("hp02"), () -> answers.reject(id, "no"));
        awaitState(id, HandoffState.PAUSED);
        assertThat(active("hp01")).isEqualTo(1);
    }

    @Test
    void handsOverAtOnceWhenLeaveBegins() {
        var id = served("hp01");
        connect("hp02");
        tell(new AgentAbsent(ACME, "hp01", Ids.next(), offTheRota("hp01")));
        awaitAgent(id, "hp02");
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("AgentLeft", "RequeueAtFront"), List.of("PauseHandoff", "AgentRelieved"));
    }

    @Test
    void handsOverWhenTheShiftHasBeenOverForAWhile() {
        var id = served("hp01");
        connect("hp02");
        shiftEnds("hp01", id);
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(notices("hp01")).contains("handoff.shift-over").doesNotContain("handoff.requeued");
        servesSince(id, Duration.ofMinutes(20));
        fire(id, "DrainEnded");
        awaitAgent(id, "hp02");
        assertThat(now(id).place().front()).isTrue();
        assertThat(active("hp01")).isZero();
        assertThat(notices("hp01")).contains("handoff.requeued");
        assertPath(
                id,
                List.of(
                        "ShiftEnded",
                        "WarnAgent",
                        "DrainEnded",
                        "CheckShift",
                        "OffShift",
                        "AgentRelieved",
                        "AgentGivenUp"),
                List.of("ServiceContinued", "AgentLeft", "PauseHandoff"));
    }

    @Test
    void keepsTheConversationWhenAnotherShiftHasBegun() {
        var id = served("hp01");
        shiftEnds("hp01", id);
        servesSince(id, Duration.ofMinutes(20));
        hire("hp01", 2, "refund");
        fire(id, "DrainEnded");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo("hp01");
        assertPath(id, List.of("DrainEnded", "CheckShift", "ServiceContinued"), List.of("AgentRelieved"));
    }

    @Test
    void keepsWhatAManagerGaveAnAgentWhoseShiftWasOver() {
        var id = served("hp01");
        shiftEnds("hp01", id);
        fire(id, "DrainEnded");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertPath(id, List.of("ServiceContinued"), List.of("AgentRelieved"));
    }

    @Test
    void goesOnWithATicketWithoutAQueueAndAnOffer() {
        connect("hp01");
        var customer = customer();
        var conversation = conversation(customer);
        var ticket = inAcme(() -> tickets.open(new NewTicket(
                conversation,
                new NewTicket.Customer(customer.id(), customer.name()),
                "退票",
                "怎么退票",
                department(),
                TicketPriority.NORMAL)));
        as(agent("hp01"), () -> ticketWork.takeUp(ticket.id()));
        var id = inAcme(() -> table.openOf(conversation).orElseThrow().id());
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo("hp01");
        assertPath(
                id,
                List.of("TicketTakenUp", "OpenConversation", "ServeCustomer"),
                List.of("HandoffRequested", "FindOnDuty", "ScoreAgents", "OfferToAgent"));
    }

    @Test
    void movesAConversationToTheAgentItIsPassedOnTo() {
        var id = served("hp01");
        connect("hp02");
        transfer(id, "hp01", "hp02");
        assertThat(state(id)).isEqualTo(HandoffState.TRANSFERRED);
        accept(id, "hp02");
        assertThat(now(id).agentId()).isEqualTo("hp02");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(active("hp01")).isZero();
        assertThat(active("hp02")).isEqualTo(1);
        assertPath(
                id,
                List.of("OfferTransfer", "TransferAccepted", "MoveConversation", "ConversationMoved"),
                List.of("ReturnToSender"));
    }

    @Test
    void sendsAConversationBackThatNobodyTakes() {
        var id = served("hp01");
        connect("hp02");
        transfer(id, "hp01", "hp02");
        as(agent("hp02"), () -> answers.reject(id, "no"));
        assertSentBack(id);
        transfer(id, "hp01", "hp02");
        fire(id, "TransferMissed");
        assertSentBack(id);
        leave("hp02");
        assertThatThrownBy(() -> transfer(id, "hp01", "hp02"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("target_unavailable"));
        assertSentBack(id);
        as(agent("hp01"), () -> process.transfer(id, new TransferTarget(department(), "hp02")));
        assertSentBack(id);
        assertPath(
                id,
                List.of("TransferRejected", "TransferMissed", "WaitAgreed", "ReturnToSender", "TransferReturned"),
                List.of("MoveConversation", "TransferQueued"));
    }

    @Test
    void movesAtOnceToAnAgentWhoAcceptsAutomatically() {
        var id = served("hp01");
        hire(new Agent("hp04", "HP04", department(), Set.of(), 3, false, 1, true));
        connect("hp04");
        transfer(id, "hp01", "hp04");
        assertThat(now(id).agentId()).isEqualTo("hp04");
        assertThat(active("hp01")).isZero();
        assertPath(id, List.of("OfferTransfer", "MoveConversation"), List.of("TransferAnswered", "ReturnToSender"));
    }

    @Test
    void waitsInTheQueueOfTheDepartmentWhenThatIsWanted() {
        served("hp02");
        var id = served("hp01");
        var wish = new TransferWish(null, department(), Set.of(), "换个人", true);
        as(agent("hp01"), () -> transfers.transfer(now(id).ask().conversationId(), wish));
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        assertThat(active("hp01")).isZero();
        assertThat(now(id).place().front()).isTrue();
        assertPath(
                id,
                List.of("WaitAgreed", "TransferQueued", "AgentGivenUp", "RequeueAtFront"),
                List.of("MoveConversation", "ReturnToSender"));
    }

    @Test
    void completesWhenTheCustomerStaysAway() {
        var id = served("hp01");
        as(io.baton.kernel.Actor.system(ACME), () -> absences.customerLost(id));
        fire(id, "CustomerMissed");
        assertThat(state(id)).isEqualTo(HandoffState.COMPLETED);
        assertThat(now(id).outcome().reason()).isEqualTo("customer_gone");
        assertThat(active("hp01")).isZero();
        assertPath(
                id,
                List.of("CustomerGone", "CustomerAbandoned", "ReleaseSeat"),
                List.of("CustomerReturned", "CustomerServed"));
    }

    @Test
    void goesOnWhenTheCustomerComesBack() {
        var id = served("hp01");
        as(io.baton.kernel.Actor.system(ACME), () -> absences.customerLost(id));
        as(io.baton.kernel.Actor.system(ACME), () -> absences.customerReturned(id));
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertPath(
                id,
                List.of("CustomerLost", "CustomerReturned", "CustomerWelcomed"),
                List.of("CustomerMissed", "CustomerGone"));
    }

    private void tell(Object event) {
        inAcme(() -> {
            events.publishEvent(event);
            return true;
        });
    }

    /** Nobody plans with this agent any more; answers when the agent was to work. */
    private TimeWindow offTheRota(String agent) {
        inAcme(() -> jdbc.sql("delete from assignment where agent_id = ?")
                .param(agent)
                .update());
        return new TimeWindow(Instant.now().minus(Duration.ofHours(8)), Instant.now());
    }

    private void shiftEnds(String agent, UUID id) {
        tell(new ShiftEnded(ACME, agent, Ids.next(), offTheRota(agent)));
        await().untilAsserted(() -> assertThat(jobs(id, "DrainEnded")).isNotEmpty());
    }

    private void servesSince(UUID id, Duration ago) {
        inAcme(() -> jdbc.sql("update handoff set offered_at = now() - cast(? as interval) where id = ?")
                .params(ago.toString(), id)
                .update());
    }

    private List<String> notices(String person) {
        return inAcme(() -> jdbc.sql("select kind from notice where person = ?")
                .param(person)
                .query(String.class)
                .list());
    }

    private UUID served(String agent) {
        connect(agent);
        var id = ask(customer()).handoff().id();
        accept(id, agent);
        return id;
    }

    /** hp02 is busy with somebody, somebody else waits until a manager is called. */
    private UUID waitsForAManager() {
        served("hp02");
        var id = ask(customer()).handoff().id();
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        fire(id, "SecondWaitExceeded");
        return id;
    }

    private void accept(UUID id, String agent) {
        as(agent(agent), () -> answers.accept(id));
    }

    private void transfer(UUID id, String from, String to) {
        as(agent(from), () -> transfers.transfer(now(id).ask().conversationId(), TransferWish.to(to, "请接手")));
    }

    private void assertSentBack(UUID id) {
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo("hp01");
        assertThat(active("hp02")).isZero();
    }

    private String asked(UUID id) {
        var agent = new AtomicReference<>("");
        await().untilAsserted(() -> {
            var handoff = now(id);
            assertThat(handoff.state()).isEqualTo(HandoffState.ASSIGNED);
            agent.set(String.valueOf(handoff.agentId()));
        });
        return String.valueOf(agent.get());
    }

    /** Lets the timer of an element fire now; once more when the floor moves the process meanwhile, as the engine does. */
    private void fire(UUID id, String element) {
        assertThat(jobs(id, element)).as("timer of " + element).isNotEmpty();
        var job = jobs(id, element).getFirst().getId();
        await().ignoreException(OptimisticLockingException.class).until(() -> {
            management.executeJob(job);
            return true;
        });
    }

    private List<Job> jobs(UUID id, String element) {
        return management
                .createJobQuery()
                .processInstanceId(workflowInstance(id))
                .activityId(element)
                .list();
    }

    private String workflowInstance(UUID id) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }

    private void setVariable(UUID id, String name, Object value) {
        runtime.setVariable(workflowInstance(id), name, value);
    }

    private static java.util.Map<String, Object> variables(StepIn decision) {
        return java.util.Map.of(
                "action", decision.action(), "agentId", decision.agentId() == null ? "" : decision.agentId());
    }

    private void assertPath(UUID id, List<String> through, List<String> notThrough) {
        var seen = history.createHistoricActivityInstanceQuery().processInstanceId(workflowInstance(id)).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
        passed.addAll(seen);
        assertThat(seen).containsAll(through).doesNotContainAnyElementsOf(notThrough);
    }
}
