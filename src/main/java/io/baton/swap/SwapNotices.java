package io.baton.swap;

import io.baton.identity.Leads;
import io.baton.kernel.NoticeRaised;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what happened to a swap: whoever takes part what becomes of it, whoever is asked what is asked. */
@Component
class SwapNotices {

    private final ApplicationEventPublisher events;
    private final Leads leads;

    SwapNotices(ApplicationEventPublisher events, Leads leads) {
        this.events = events;
        this.leads = leads;
    }

    @EventListener
    void on(SwapEvent event) {
        var swap = event.swap();
        var name = swap.proposal().byName();
        switch (event) {
            case SwapProposed proposed -> {}
            case SwapRefusedByRule refused -> {}
            case SwapAdmitted admitted ->
                tell(event, "asked", unanswered(swap), name + "邀请你换班", name + " asks you to exchange shifts");
            case SwapConfirmed confirmed -> {
                tell(
                        event,
                        "confirmed",
                        List.of(swap.proposal().by()),
                        by(event) + "同意换班",
                        by(event) + " agreed to the swap");
                if (swap.state() == SwapState.APPROVING) {
                    tell(
                            event,
                            "approve",
                            deciders(swap),
                            name + "的换班待审批",
                            "The swap of " + name + " waits for a decision");
                }
            }
            case SwapDeclined declined ->
                tell(
                        event,
                        "declined",
                        people(swap),
                        by(event) + "谢绝换班，换班结束",
                        by(event) + " declined; the swap is off");
            case SwapApproved approved ->
                tell(
                        event,
                        "approved",
                        people(swap),
                        approved.department() + " 已批准换班",
                        approved.department() + " approved the swap");
            case SwapRejected rejected -> tell(event, "rejected", people(swap), "换班被驳回", "The swap was rejected");
            case SwapExecuted executed ->
                tell(event, "executed", concerned(swap), "换班已执行，排班已更新", "The swap is done; the rota has changed");
            case SwapFailed failed ->
                tell(
                        event,
                        "failed",
                        concerned(swap),
                        "换班未能执行，班次未变",
                        "The swap could not be done; no shift has changed");
            case SwapExpired expired ->
                tell(event, "expired", concerned(swap), "换班超时失效，班次未变", "The swap expired; no shift has changed");
            case SwapReminded reminded ->
                tell(
                        event,
                        "reminded",
                        waitingFor(swap),
                        name + "的换班仍待处理",
                        "The swap of " + name + " still waits for you");
            case SwapEscalated escalated ->
                tell(event, "escalated", leads.admins(), name + "的换班超时未审批", "Nobody decided about the swap of " + name);
            case ChainSwapWithdrawn withdrawn ->
                tell(event, "withdrawn", concerned(swap), name + "已撤回换班", name + " took the swap back");
        }
    }

    private static List<String> people(Swap swap) {
        return swap.items().stream().map(SwapItem::agentId).toList();
    }

    private static List<String> unanswered(Swap swap) {
        return swap.items().stream()
                .filter(SwapItem::isOpen)
                .map(SwapItem::agentId)
                .toList();
    }

    /** Those who lead the departments that are still to decide. */
    private List<String> deciders(Swap swap) {
        var managers = swap.undecided().stream().flatMap(department -> leads.managers(department).stream());
        return swap.progress().escalated()
                ? Stream.concat(managers, leads.admins().stream()).distinct().toList()
                : managers.distinct().toList();
    }

    private List<String> waitingFor(Swap swap) {
        return swap.state() == SwapState.CONFIRMING ? unanswered(swap) : deciders(swap);
    }

    /** Whoever takes part, and whoever leads a department, once the departments were asked. */
    private List<String> concerned(Swap swap) {
        if (swap.items().stream().anyMatch(SwapItem::isOpen)) {
            return people(swap);
        }
        var managers = swap.approvals().stream().flatMap(approval -> leads.managers(approval.department()).stream());
        return Stream.concat(people(swap).stream(), managers).distinct().toList();
    }

    private static String by(SwapEvent event) {
        return event.actor().name();
    }

    /** Nobody is told what they did themselves. */
    private void tell(SwapEvent event, String what, Collection<String> people, String zh, String en) {
        var suffix = " · " + event.swap().number();
        people.stream()
                .filter(person -> !person.equals(event.actor().id()))
                .forEach(person -> events.publishEvent(new NoticeRaised(
                        event.actor().tenant(),
                        person,
                        "swap." + what,
                        zh + suffix,
                        en + suffix,
                        "/desk/swaps/" + event.swap().id())));
    }
}
