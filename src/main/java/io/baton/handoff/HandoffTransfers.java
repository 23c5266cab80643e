package io.baton.handoff;

import io.baton.identity.Directory;
import io.baton.kernel.Problem;
import io.baton.rota.Agents;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the wish to pass a served conversation on. Refuses who does not serve it (404), a target that does not exist (422)
 * and a conversation that is already on its way or not being served (409 {@code handoff_state}).
 */
@Component
public class HandoffTransfers {

    private final Handoffs handoffs;
    private final HandoffTable table;
    private final HandoffProcess process;
    private final Agents agents;
    private final Directory directory;
    private final Turn turn;

    HandoffTransfers(
            Handoffs handoffs,
            HandoffTable table,
            HandoffProcess process,
            Agents agents,
            Directory directory,
            Turn turn) {
        this.handoffs = handoffs;
        this.table = table;
        this.process = process;
        this.agents = agents;
        this.directory = directory;
        this.turn = turn;
    }

    /** Asks the agent, or the best of the department; exactly one of both is to be named. */
    @Transactional
    public HandoffSnapshot transfer(
            UUID conversation, @Nullable String agent, @Nullable String department, @Nullable String note) {
        var open = table.openOf(conversation).orElseThrow(() -> Problem.notFound("conversation_unknown"));
        var actor = turn.actor();
        if (!actor.id().equals(open.agentId()) && !actor.leads(open.place().department())) {
            throw Problem.notFound("conversation_unknown");
        }
        var target = target(agent, department, open);
        var handoff = handoffs.lock(open.id());
        if (handoff.now().state() != HandoffState.IN_PROGRESS) {
            throw Problem.conflict("handoff_state");
        }
        handoff.note(note == null ? "" : note);
        handoffs.save(handoff);
        process.transfer(open.id(), target);
        return handoffs.get(open.id());
    }

    private TransferTarget target(@Nullable String agent, @Nullable String department, HandoffSnapshot open) {
        if ((agent == null) == (department == null)) {
            throw Problem.invalid("agent", "either an agent or a department is to be named");
        }
        if (agent == null) {
            return new TransferTarget(known(department), null);
        }
        var found = agents.find(agent.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.invalid("agent", "is no agent of this tenant"));
        if (found.id().equals(open.agentId())) {
            throw Problem.invalid("agent", "serves the conversation already");
        }
        return new TransferTarget(found.department(), found.id());
    }

    private String known(@Nullable String department) {
        return directory.departments().stream()
                .map(known -> known.id())
                .filter(id -> id.equals(department))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("department", "is no department of this tenant"));
    }
}
