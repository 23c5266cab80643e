package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.chat.CustomerConversations;
import io.baton.chat.Customers;
import io.baton.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands on what is known of a handoff: to the agent who serves it or is being asked to, and to who leads its department.
 * For all others, its customer before all, it does not exist (404): nothing of this is ever a message of the conversation.
 */
@Component
@Transactional(readOnly = true)
public class HandoffContexts {

    private static final int LAST = 10;

    private final HandoffTable table;
    private final HandoffJournal journal;
    private final Conversations conversations;
    private final CustomerConversations earlier;
    private final Customers customers;
    private final Turn turn;

    HandoffContexts(
            HandoffTable table,
            HandoffJournal journal,
            Conversations conversations,
            CustomerConversations earlier,
            Customers customers,
            Turn turn) {
        this.table = table;
        this.journal = journal;
        this.conversations = conversations;
        this.earlier = earlier;
        this.customers = customers;
        this.turn = turn;
    }

    public HandoffContext of(UUID id) {
        var handoff = readable(id);
        var conversation = conversations.get(handoff.ask().conversationId());
        return new HandoffContext(
                handoff,
                conversation,
                customers.find(conversation.customerId()).orElse(null),
                earlier.countBefore(conversation),
                conversations.latest(conversation.id(), LAST),
                journal.of(id));
    }

    /** Oldest first. */
    public List<HandoffStep> steps(UUID id) {
        readable(id);
        return journal.of(id);
    }

    private HandoffSnapshot readable(UUID id) {
        return table.find(id).filter(this::mayRead).orElseThrow(() -> Problem.notFound("handoff_unknown"));
    }

    private boolean mayRead(HandoffSnapshot handoff) {
        var actor = turn.actor();
        return actor.id().equals(handoff.agentId())
                || actor.id().equals(handoff.trail().transferTo())
                || actor.leads(handoff.place().department());
    }
}
