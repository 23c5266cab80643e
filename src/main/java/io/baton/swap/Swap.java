package io.baton.swap;

import static java.util.function.Predicate.not;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rules.Finding;
import io.baton.swap.SwapItem.Confirmation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A chain of shifts that people want to exchange. Each move is one method: it refuses what the state does not allow, and
 * returns the event that carries the swap as it is afterwards; saving the event is the only way to change a swap.
 *
 * @param items in the order of their steps
 * @param approvals one for each department that is touched, by its id
 * @param version counts the moves; a save from an older version is refused
 */
public record Swap(
        UUID id,
        String number,
        Proposal proposal,
        List<SwapItem> items,
        List<SwapApproval> approvals,
        SwapProgress progress,
        long version) {

    /** Who proposed it, and when. */
    public record Proposal(
            String by, String byName, @Nullable String comment, Instant at) {}

    public Swap {
        items = List.copyOf(items);
        approvals = List.copyOf(approvals);
    }

    /** The proposer has agreed by proposing. */
    static SwapProposed propose(
            UUID id, String number, List<SwapItem> items, @Nullable String comment, Actor by, Instant at) {
        var own = items.stream()
                .map(item -> item.agentId().equals(by.id()) ? item.answered(Confirmation.AGREED, at, null) : item)
                .toList();
        var approvals = items.stream()
                .map(SwapItem::department)
                .distinct()
                .sorted()
                .map(SwapApproval::open)
                .toList();
        var proposal = new Proposal(by.id(), by.name(), comment, at);
        var swap = new Swap(id, number, proposal, own, approvals, SwapProgress.NEW, 0);
        return new SwapProposed(new SwapChange(null, swap, by, at, comment));
    }

    /** What was asked for. */
    public SwapForm form() {
        var parts = items.stream()
                .map(item -> new SwapForm.Part(item.agentId(), item.gives(), item.takes()))
                .toList();
        return new SwapForm(parts, proposal.comment());
    }

    public SwapState state() {
        return progress.state();
    }

    public boolean isOpen() {
        return state().isOpen();
    }

    /** The rules have nothing against it: the others are asked, and its shifts are held. */
    SwapAdmitted admit(SwapVerdict said, Deadlines deadlines, Actor by, Instant at) {
        guard(SwapState.CONFIRMING);
        var admitted = progress.checked(said).within(deadlines).to(SwapState.CONFIRMING);
        return new SwapAdmitted(change(items, approvals, admitted, by, at, null));
    }

    /** The rules are against it. */
    SwapRefusedByRule refuse(SwapVerdict said, Actor by, Instant at) {
        guard(SwapState.REFUSED);
        var verdict = new Verdict(Actor.SYSTEM, "Baton", at, said.codes());
        var refused = progress.checked(said).settled(SwapState.REFUSED, verdict);
        return new SwapRefusedByRule(change(items, approvals, refused, by, at, said.codes()));
    }

    /** A participant says yes; when it was the last one, the departments are asked. */
    SwapConfirmed confirm(Actor by, Instant at, @Nullable String comment) {
        guardAsked(by);
        var answered = answered(by, Confirmation.AGREED, at, comment);
        var next = answered.stream().anyMatch(SwapItem::isOpen) ? progress : progress.to(SwapState.APPROVING);
        return new SwapConfirmed(change(answered, approvals, next, by, at, comment));
    }

    /** A participant says no, and that is the end of it. */
    SwapDeclined decline(Actor by, Instant at, @Nullable String comment) {
        guardAsked(by);
        var answered = answered(by, Confirmation.DECLINED, at, comment);
        var declined = progress.settled(SwapState.DECLINED, Verdict.of(by, at, comment));
        return new SwapDeclined(change(answered, approvals, declined, by, at, comment));
    }

    /** A department says yes. */
    SwapApproved approve(String department, Actor by, Instant at, @Nullable String comment) {
        guardDecider(department, by);
        var verdict = Verdict.of(by, at, comment);
        var decided = decided(new SwapApproval(department, SwapApproval.State.APPROVED, verdict));
        return new SwapApproved(change(items, decided, progress, by, at, comment), department);
    }

    /** A department says no, and that is the end of it. */
    SwapRejected reject(String department, Actor by, Instant at, String comment) {
        guardDecider(department, by);
        var verdict = Verdict.of(by, at, comment);
        var decided = decided(new SwapApproval(department, SwapApproval.State.REJECTED, verdict));
        return new SwapRejected(
                change(items, decided, progress.settled(SwapState.REJECTED, verdict), by, at, comment), department);
    }

    /** All of the shifts changed hands. */
    SwapExecuted execute(SwapVerdict said, Actor by, Instant at) {
        guard(SwapState.EXECUTED);
        if (approvals.stream().anyMatch(SwapApproval::isOpen)) {
            throw Problem.conflict("swap_not_approved");
        }
        var executed = progress.checked(said).settled(SwapState.EXECUTED, Verdict.of(by, at, null));
        return new SwapExecuted(change(items, approvals, executed, by, at, null));
    }

    /**
     * It cannot be done, or nobody looks after it any more.
     *
     * @param said what stands against it; what was known before when nothing new is
     */
    SwapFailed fail(List<Finding> said, String cause, Actor by, Instant at) {
        guard(SwapState.FAILED);
        var verdict = new Verdict(Actor.SYSTEM, "Baton", at, cause);
        return new SwapFailed(
                change(items, approvals, progress.found(said).settled(SwapState.FAILED, verdict), by, at, cause));
    }

    /** Not everybody answered, or not every department decided, in time. */
    SwapExpired expire(Actor by, Instant at) {
        guard(SwapState.EXPIRED);
        var verdict = Verdict.of(by, at, null);
        return new SwapExpired(change(items, approvals, progress.settled(SwapState.EXPIRED, verdict), by, at, null));
    }

    /** The proposer changed plans; possible until it is executed. */
    ChainSwapWithdrawn withdraw(Actor by, Instant at, @Nullable String comment) {
        guardWithdrawal(by);
        var withdrawn = progress.settled(SwapState.WITHDRAWN, Verdict.of(by, at, comment));
        return new ChainSwapWithdrawn(change(items, approvals, withdrawn, by, at, comment));
    }

    SwapReminded remind(Actor by, Instant at) {
        guardOpen();
        return new SwapReminded(change(items, approvals, progress, by, at, null));
    }

    SwapEscalated escalate(Actor by, Instant at) {
        guardOpen();
        return new SwapEscalated(change(items, approvals, progress.withEscalation(), by, at, null));
    }

    /** 403 for others than the proposer; 409 {@code swap_over} when it is settled. */
    void guardWithdrawal(Actor by) {
        if (!by.id().equals(proposal.by())) {
            throw Problem.forbidden("forbidden");
        }
        guard(SwapState.WITHDRAWN);
    }

    /** 403 for whoever takes no part; 409 {@code swap_over}, or {@code swap_answered} for a second answer. */
    void guardAsked(Actor by) {
        var own = item(by.id()).orElseThrow(() -> Problem.forbidden("forbidden"));
        guardOpen();
        if (!own.isOpen()) {
            throw Problem.conflict("swap_answered");
        }
        if (state() != SwapState.CONFIRMING) {
            throw Problem.conflict("swap_over");
        }
    }

    /** 403 unless this person leads the department and takes no part; 409 when it is not asked, or has answered. */
    void guardDecider(String department, Actor by) {
        if (item(by.id()).isPresent()) {
            throw Problem.forbidden("swap_own_request");
        }
        var approval = approvals.stream()
                .filter(one -> one.department().equals(department))
                .findFirst();
        if (approval.isEmpty() || !by.leads(department)) {
            throw Problem.forbidden("forbidden");
        }
        guardOpen();
        if (state() != SwapState.APPROVING) {
            throw Problem.conflict("swap_not_confirmed");
        }
        if (!approval.get().isOpen()) {
            throw Problem.conflict("swap_decided");
        }
    }

    public Optional<SwapItem> item(String agent) {
        return items.stream().filter(item -> item.agentId().equals(agent)).findFirst();
    }

    /** Whether this person may see it: whoever takes part or leads a department that is touched, and auditors. */
    boolean isVisibleTo(Actor reader) {
        return reader.is(Role.AUDITOR)
                || item(reader.id()).isPresent()
                || approvals.stream().anyMatch(approval -> reader.leads(approval.department()));
    }

    private void guardOpen() {
        if (!isOpen()) {
            throw Problem.conflict("swap_over");
        }
    }

    private void guard(SwapState next) {
        if (!state().mayBecome(next)) {
            throw Problem.conflict("swap_over");
        }
    }

    private List<SwapItem> answered(Actor by, Confirmation confirmation, Instant at, @Nullable String comment) {
        return items.stream()
                .map(item -> item.agentId().equals(by.id()) ? item.answered(confirmation, at, comment) : item)
                .toList();
    }

    private List<SwapApproval> decided(SwapApproval decided) {
        Predicate<SwapApproval> same = approval -> approval.department().equals(decided.department());
        return approvals.stream()
                .map(approval -> same.test(approval) ? decided : approval)
                .toList();
    }

    /** The departments that were not asked or have not answered. */
    List<String> undecided() {
        return approvals.stream()
                .filter(SwapApproval::isOpen)
                .map(SwapApproval::department)
                .toList();
    }

    /** Those who are asked, in the order of the chain. */
    List<SwapItem> others() {
        return items.stream()
                .filter(not(item -> item.agentId().equals(proposal.by())))
                .collect(Collectors.toUnmodifiableList());
    }

    private SwapChange change(
            List<SwapItem> answered,
            List<SwapApproval> decided,
            SwapProgress next,
            Actor by,
            Instant at,
            @Nullable String comment) {
        var moved = new Swap(id, number, proposal, answered, decided, next, version + 1);
        return new SwapChange(this, moved, by, at, comment);
    }
}
