package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.rota.Agent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@BatonTest
class TransferTests extends TransferScene {

    @Autowired
    HandoffContexts contexts;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void keepsTheSenderUntilTheTargetAccepts() {
        var id = servedBy("tr01");
        hire("tr02", 2);
        connect("tr02");
        transfer(id, "tr01", "tr02");
        assertThat(state(id)).isEqualTo(HandoffState.TRANSFERRED);
        assertThat(now(id).agentId()).isEqualTo("tr01");
        assertThat(active("tr01")).isEqualTo(1);
        assertThat(active("tr02")).isEqualTo(1);
        as(agent("tr02"), () -> answers.accept(id));
        assertThat(now(id).agentId()).isEqualTo("tr02");
        assertThat(active("tr01")).isZero();
        assertThat(active("tr02")).isEqualTo(1);
        assertThat(inAcme(() -> conversations.get(conversationOf(id)).agentId()))
                .isEqualTo("tr02");
        assertThat(happened(id))
                .containsExactly(
                        "HandoffRequested",
                        "HandoffOffered",
                        "HandoffAccepted",
                        "HandoffBegun",
                        "HandoffTransferRequested",
                        "HandoffMoved");
    }

    @Test
    void refusesWhoCannotTakeItAndSaysWhy() {
        hire("tr07", 1);
        connect("tr07");
        servedByConnected("tr07");
        var id = servedBy("tr03");
        for (var agent : java.util.List.of("tr04", "tr05", "tr06")) {
            hire(agent, 1);
        }
        offShift("tr04");
        onLeave("tr05");
        connect("tr04", "tr05");
        var reasons = Map.of("tr04", "OFF_SHIFT", "tr05", "ON_LEAVE", "tr06", "OFFLINE", "tr07", "FULL");
        reasons.forEach((target, reason) -> {
            var refused = refusal(() -> transfer(id, "tr03", target));
            assertThat(refused.code()).isEqualTo("target_unavailable");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.properties()).containsEntry("reason", reason);
        });
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(active("tr03")).isEqualTo(1);
        assertThat(happened(id)).doesNotContain("HandoffTransferRequested");
    }

    @Test
    void refusesTargetsThatCannotBeMeant() {
        var id = servedBy("tr08");
        assertThat(refusal(() -> transfer(id, "tr08", "TR08")).status()).isEqualTo(422);
        assertThat(refusal(() -> transfer(id, "tr08", "gx001")).status()).isEqualTo(422);
        assertThat(refusal(() -> transfer(id, "tr08", "nobody")).status()).isEqualTo(422);
        assertThat(refusal(() -> transfer(id, "tr08", group("nowhere"))).status())
                .isEqualTo(422);
        assertThat(refusal(() -> transfer(id, "tr08", group("vip", "quantum-physics")))
                        .status())
                .isEqualTo(422);
        assertThat(refusal(() -> transfer(id, "tr08", new TransferWish("tr09", "vip", Set.of(), null, false)))
                        .status())
                .isEqualTo(422);
        assertThat(refusal(() -> transfer(id, "tr08", new TransferWish("tr09", null, Set.of(), null, true)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesWhoDoesNotServeIt() {
        var id = servedBy("tr10");
        var conversation = conversationOf(id);
        var foreign = new Actor(new Tenant("globex"), "gx001", "G", "support", Set.of(Role.ADMIN), Set.of());
        for (var actor : java.util.List.of(stranger(), foreign)) {
            assertThat(refusal(() -> as(actor, () -> transfers.transfer(conversation, TransferWish.to("tr11", null))))
                            .code())
                    .isEqualTo("conversation_unknown");
            assertThat(refusal(() -> as(actor, () -> transfers.choices(conversation, null, null, 10, null)))
                            .code())
                    .isEqualTo("conversation_unknown");
            assertThat(refusal(() -> as(actor, () -> transfers.cancel(conversation)))
                            .code())
                    .isEqualTo("conversation_unknown");
        }
        assertThat(refusal(() -> as(manager(), () -> transfers.transfer(conversation, TransferWish.to("tr12", null))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesWhatIsNotServedOrHasEnded() {
        hire("tr13", 1);
        connect("tr13");
        var waiting = ask(customer()).handoff().id();
        awaitAgent(waiting, "tr13");
        assertThat(refusal(() -> transfer(waiting, "tr13", group("vip"))).code())
                .isIn("target_unavailable", "handoff_state");
        hire("tr14", 1);
        connect("tr14");
        assertThat(refusal(() -> transfer(waiting, "tr13", "tr14")).code()).isEqualTo("handoff_state");
        as(agent("tr13"), () -> answers.accept(waiting));
        as(agent("tr13"), () -> answers.complete(waiting, "solved", null));
        assertThat(refusal(() -> transfer(waiting, "tr13", "tr14")).code()).isEqualTo("conversation_closed");
        assertThat(refusal(() -> cancel(waiting, "tr13")).code()).isEqualTo("conversation_closed");
    }

    @Test
    void comesBackWithTheReasonWhenTheTargetSaysNo() {
        var id = servedBy("tr15");
        hire("tr16", 1);
        connect("tr16");
        transfer(id, "tr15", "tr16");
        as(agent("tr16"), () -> answers.reject(id, "不懂发票"));
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo("tr15");
        assertThat(active("tr15")).isEqualTo(1);
        assertThat(active("tr16")).isZero();
        assertThat(notices("tr15")).containsExactly("handoff.transfer-rejected");
        var steps = as(agent("tr15"), () -> contexts.steps(id));
        assertThat(steps.getLast().what()).isEqualTo("HandoffTransferRejected");
        assertThat(steps.getLast().comment()).isEqualTo("不懂发票");
        assertThat(steps.getLast().people().target()).isEqualTo("tr16");
        assertThat(refusal(() -> as(agent("tr16"), () -> answers.accept(id))).code())
                .isIn("expired", "taken");
    }

    @Test
    void isTakenBackByItsSender() {
        var id = servedBy("tr17");
        hire("tr18", 1);
        connect("tr18");
        assertThat(refusal(() -> cancel(id, "tr17")).code()).isEqualTo("handoff_state");
        transfer(id, "tr17", "tr18");
        cancel(id, "tr17");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(active("tr18")).isZero();
        assertThat(happened(id)).endsWith("HandoffTransferRequested", "HandoffTransferWithdrawn");
        assertThat(notices("tr17")).isEmpty();
        assertThat(now(id).place().department()).isEqualTo("vip");
    }

    @Test
    void comesBackWhenTheTargetSignsOutWhileAsked() {
        var id = servedBy("tr19");
        hire("tr20", 1);
        connect("tr20");
        transfer(id, "tr19", "tr20");
        leave("tr20");
        awaitState(id, HandoffState.IN_PROGRESS);
        assertThat(now(id).agentId()).isEqualTo("tr19");
        assertThat(active("tr20")).isZero();
        assertThat(notices("tr19")).containsExactly("handoff.transfer-withdrawn");
    }

    @Test
    void isPausedWhenItComesBackToASenderWhoIsGone() {
        var id = servedBy("tr21");
        hire("tr22", 1);
        connect("tr22");
        transfer(id, "tr21", "tr22");
        lose("tr21");
        as(agent("tr22"), () -> answers.reject(id, null));
        awaitState(id, HandoffState.PAUSED);
        assertThat(now(id).agentId()).isEqualTo("tr21");
    }

    @Test
    void endsWithTheConversationAndFreesBothSeats() {
        var id = servedBy("tr23");
        hire("tr24", 1);
        connect("tr24");
        transfer(id, "tr23", "tr24");
        as(agent("tr23"), () -> answers.complete(id, "solved", null));
        assertThat(state(id)).isEqualTo(HandoffState.COMPLETED);
        assertThat(active("tr23")).isZero();
        assertThat(active("tr24")).isZero();
        assertThat(happened(id)).endsWith("HandoffTransferWithdrawn", "HandoffCompleted");
        assertThat(notices("tr23")).isEmpty();
    }

    @Test
    void asksTheBestOfADepartmentWhoKnowsWhatIsWanted() {
        var id = servedBy("tr25");
        hire("tr26", 1);
        hire("tr27", 1, "invoice");
        connect("tr26", "tr27");
        transfer(id, "tr25", group("vip", "invoice"));
        assertThat(now(id).trail().transferTo()).isEqualTo("tr27");
    }

    @Test
    void goesToAnotherDepartmentWithItsManagers() {
        var id = servedBy("tr28");
        hireElsewhere("tr29", "ticketing");
        connect("tr29");
        transfer(id, "tr28", "tr29");
        as(agent("tr29"), () -> answers.accept(id));
        assertThat(now(id).place().department()).isEqualTo("ticketing");
        assertThat(inAcme(() -> conversations.get(conversationOf(id)).department()))
                .isEqualTo("ticketing");
        assertThat(refusal(() -> as(manager(), () -> contexts.of(id))).code()).isEqualTo("handoff_unknown");
    }

    @Test
    void waitsForADepartmentOnlyWhenTheSenderWantsThat() throws Throwable {
        unswept(this::waitForADepartment);
    }

    private void waitForADepartment() {
        var id = servedBy("tr30");
        hireElsewhere("tr31", "ticketing");
        assertThat(refusal(() -> transfer(id, "tr30", group("ticketing"))).properties())
                .containsEntry("reason", "CLOSED");
        connect("tr31");
        inAcme(() -> {
            seats.claim("acme", "tr31", 2, java.time.Instant.now());
            seats.claim("acme", "tr31", 2, java.time.Instant.now());
            return true;
        });
        assertThat(refusal(() -> transfer(id, "tr30", group("ticketing"))).properties())
                .containsEntry("reason", "NOBODY_FREE");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        transfer(id, "tr30", new TransferWish(null, "ticketing", Set.of(), "改签问题", true));
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        assertThat(now(id).place().department()).isEqualTo("ticketing");
        assertThat(now(id).place().front()).isTrue();
        assertThat(active("tr30")).isZero();
        assertThat(inAcme(() -> conversations.get(conversationOf(id)).agentId()))
                .isNull();
        inAcme(() -> {
            seats.release("tr31");
            events.publishEvent(new HandoffAgentFreed(ACME, "ticketing"));
            return true;
        });
        awaitAgent(id, "tr31");
        assertThat(as(agent("tr31"), () -> contexts.of(id)).steps()).anyMatch(step -> "改签问题".equals(step.comment()));
    }

    @Test
    void isTakenAtOnceByWhoAcceptsAutomatically() {
        var id = servedBy("tr32");
        hire(new Agent("tr33", "TR33", "vip", Set.of(), 3, false, 1, true));
        connect("tr33");
        transfer(id, "tr32", "tr33");
        assertThat(now(id).agentId()).isEqualTo("tr33");
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        assertThat(active("tr32")).isZero();
    }

    @Test
    void showsEverybodyAndWhatSpeaksAgainstThem() {
        var id = servedBy("tr34");
        hire("tr35", 2, "refund");
        hireElsewhere("tr36", "ticketing");
        connect("tr35");
        var all = as(agent("tr34"), () -> transfers.choices(conversationOf(id), null, "tr3", 10, null));
        assertThat(all.agents().items())
                .extracting(one -> one.agent().id(), Standing::obstacle)
                .contains(tuple("tr34", Obstacle.SENDER), tuple("tr35", null), tuple("tr36", Obstacle.OFFLINE));
        assertThat(all.agents().items().getFirst().isEligible()).isTrue();
        var vip = all.departments().stream()
                .filter(group -> group.department().id().equals("vip"))
                .findFirst()
                .orElseThrow();
        assertThat(vip.open()).isTrue();
        assertThat(vip.freeSeats()).isEqualTo(4);
        assertThat(vip.skills()).contains("refund");
        var first = as(agent("tr34"), () -> transfers.choices(conversationOf(id), null, "TR3", 1, null));
        var second = as(
                agent("tr34"),
                () -> transfers.choices(
                        conversationOf(id), null, "TR3", 1, first.agents().next()));
        assertThat(second.agents().items())
                .doesNotContainAnyElementsOf(first.agents().items());
        assertThat(as(agent("tr34"), () -> transfers.choices(conversationOf(id), "ticketing", null, 50, null))
                        .agents()
                        .items())
                .isNotEmpty()
                .allMatch(one -> one.agent().department().equals("ticketing"));
        assertThat(refusal(() -> as(agent("tr34"), () -> transfers.choices(conversationOf(id), null, null, 10, "x")))
                        .code())
                .isEqualTo("cursor_unknown");
    }

    @Test
    void givesTheContextToWhoIsAskedAndToNobodyWhoWas() {
        var id = servedBy("tr37");
        hire("tr38", 1);
        hire("tr39", 1);
        connect("tr38", "tr39");
        transfer(id, "tr37", "tr38");
        var context = as(agent("tr38"), () -> contexts.of(id));
        assertThat(context.messages()).isNotEmpty();
        assertThat(context.conversation().subject()).isEqualTo("退票");
        assertThat(context.earlier()).isZero();
        assertThat(context.steps())
                .anyMatch(
                        step -> step.what().equals("HandoffTransferRequested") && "客户要改签，已查过订单".equals(step.comment()));
        as(agent("tr38"), () -> answers.reject(id, null));
        assertThat(refusal(() -> as(agent("tr38"), () -> contexts.of(id))).code())
                .isEqualTo("handoff_unknown");
        var customer = new Actor(ACME, now(id).ask().customer().id(), "c", null, Set.of(), Set.of());
        assertThat(refusal(() -> as(customer, () -> contexts.of(id))).code()).isEqualTo("handoff_unknown");
        assertThat(refusal(() -> as(customer, () -> contexts.steps(id))).code()).isEqualTo("handoff_unknown");
    }

    private static TransferWish group(String department, String... skills) {
        return new TransferWish(null, department, Set.of(skills), null, false);
    }
}
