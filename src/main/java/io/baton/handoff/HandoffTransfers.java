package io.baton.handoff;

import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the wish to pass a served conversation on, and back. Refuses who does not serve it or lead its department (404), a
 * conversation that has ended (409 {@code conversation_closed}), is not being served or is on its way already (409
 * {@code handoff_state}), a target that does not exist (422) or cannot take it now (409 {@code target_unavailable}). Of two
 * who ask at the same instant one is refused; whatever is refused has changed nothing.
 */
@Component
@Transactional
public class HandoffTransfers {

    private final Handoffs handoffs;
    private final HandoffProcess process;
    private final ServedConversations served;
    private final TransferTargets targets;

    HandoffTransfers(Handoffs handoffs, HandoffProcess process, ServedConversations served, TransferTargets targets) {
        this.handoffs = handoffs;
        this.process = process;
        this.served = served;
        this.targets = targets;
    }

    /** Who could take it; {@code query} is part of a name or an id, {@code after} the last agent of the page before. */
    @Transactional(readOnly = true)
    public TransferChoices choices(
            UUID conversation, @Nullable String department, @Nullable String query, int limit, @Nullable String after) {
        var everybody = targets.agents(served.open(conversation).agentId());
        var wanted = everybody.stream()
                .filter(one ->
                        department == null || department.equals(one.agent().department()))
                .filter(one -> query == null || matches(one, query.strip().toLowerCase(Locale.ROOT)))
                .toList();
        var rest = after == null ? wanted : wanted.subList(indexAfter(wanted, after), wanted.size());
        var page = Page.cut(
                rest.subList(0, Math.min(rest.size(), limit + 1)),
                limit,
                one -> one.agent().id());
        return new TransferChoices(targets.departments(everybody), page);
    }

    /** Asks the agent, or the best of the department; an agent who accepts automatically has it at once. */
    public HandoffSnapshot transfer(UUID conversation, TransferWish wish) {
        var open = served.open(conversation);
        var sender = open.agentId();
        var target = targets.resolve(wish, sender == null ? "" : sender);
        var handoff = handoffs.lock(open.id());
        served.requireServing(handoff.now());
        if (handoff.now().state() != HandoffState.IN_PROGRESS) {
            throw Problem.conflict("handoff_state");
        }
        handoff.note(wish.note() == null ? "" : wish.note().strip());
        handoffs.save(handoff);
        process.transfer(open.id(), target);
        var now = handoffs.get(open.id());
        if (now.state() == HandoffState.IN_PROGRESS && handoff.agent().equals(now.agentId())) {
            throw TransferTargets.unavailable(target.agentId() == null ? "NOBODY_FREE" : Obstacle.FULL.name());
        }
        return now;
    }

    /** The sender no longer asks; 409 {@code handoff_state} once it was taken over, or when nobody is asked. */
    public void cancel(UUID conversation) {
        var open = served.open(conversation);
        var handoff = handoffs.lock(open.id()).now();
        served.requireServing(handoff);
        if (handoff.state() != HandoffState.TRANSFERRED) {
            throw Problem.conflict("handoff_state");
        }
        process.reject(open.id(), true);
    }

    private static boolean matches(Standing one, String query) {
        return one.agent().id().contains(query)
                || one.agent().name().toLowerCase(Locale.ROOT).contains(query);
    }

    private static int indexAfter(List<Standing> agents, String after) {
        for (int i = 0; i < agents.size(); i++) {
            if (agents.get(i).agent().id().equals(after)) {
                return i + 1;
            }
        }
        throw Problem.notFound("cursor_unknown");
    }
}
