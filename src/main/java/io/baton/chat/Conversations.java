package io.baton.chat;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves conversations of the current actor's tenant; what another tenant owns is 404 {@code conversation_unknown}. All
 * methods take part in the caller's transaction, and devices are told after its commit. Checks no rights: the callers do.
 */
@Component
@Transactional
public class Conversations {

    private static final int CLOSE_NOTE = 500;

    private final ConversationTable table;
    private final Messages messages;
    private final Tenants tenants;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            ConversationTable table,
            Messages messages,
            Tenants tenants,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.messages = messages;
        this.tenants = tenants;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Conversation> find(UUID id) {
        return table.find(id);
    }

    public Conversation get(UUID id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("conversation_unknown"));
    }

    /** The conversation that the customer has open. */
    public Optional<Conversation> openOf(UUID customerId) {
        return table.open(customerId);
    }

    /** Those of these that have ended. */
    public List<Conversation> closedAmong(Collection<UUID> ids) {
        return table.closedAmong(ids);
    }

    /** The newest messages, oldest first. */
    public List<Message> latest(UUID id, int count) {
        return messages.latest(id, count);
    }

    /** When the customers of these conversations wrote last; those who never did are missing. */
    public Map<UUID, Instant> lastOfCustomers(Collection<UUID> ids) {
        return messages.lastOfCustomers(ids);
    }

    /** When an agent first wrote in the conversation, at the instant or after it. */
    public Optional<Instant> firstAnswer(UUID id, String agent, Instant since) {
        return messages.first(id, Party.agent(agent), since);
    }

    /** Opens a conversation, or gives the one that the customer has open. */
    public Conversation open(UUID customerId, @Nullable String subject, @Nullable String category) {
        var known = table.open(customerId);
        if (known.isPresent()) {
            return known.get();
        }
        var now = clock.instant();
        var draft = new Conversation.Draft(Ids.next(), customerId, subject, category, now);
        var opened =
                table.insert(draft, LocalDate.ofInstant(now, tenants.settings().zone()));
        if (opened.isPresent()) {
            table.join(draft.id(), Party.customer(customerId.toString()), 0);
            events.publishEvent(new ConversationOpened(current.get(), draft.id(), customerId, subject, category, now));
        }
        return opened.or(() -> table.open(customerId)).orElseThrow(() -> Problem.conflict("conversation_closed"));
    }

    /** Keeps what the customer thinks of a conversation that has ended; the last word counts. */
    public void rate(UUID id, int score, @Nullable String comment) {
        var conversation = lock(id);
        if (!conversation.isClosed()) {
            throw Problem.conflict("conversation_open");
        }
        table.rate(id, score, comment);
        events.publishEvent(
                new ConversationRated(current.get(), id, conversation.agentId(), conversation.rating(), score));
    }

    /** Writes a message of Baton itself into the conversation; refuses a closed one with 409. */
    public Message post(UUID id, String body) {
        return messages.post(new Messages.Draft(Ids.next(), id, body, null), SenderType.SYSTEM);
    }

    /**
     * Gives the conversation to an agent, who takes the place of the agent before, and remembers which department and which
     * handoff serve it from now on, as {@link #route} does.
     */
    public void assign(UUID id, String agentId, @Nullable String department, @Nullable UUID handoffId) {
        var conversation = lockOpen(id);
        var before = conversation.agentId();
        if (before != null && !before.equals(agentId)) {
            table.leave(id, Party.agent(before), conversation.lastSeq());
        }
        table.assign(id, agentId, department, handoffId);
        table.join(id, Party.agent(agentId), conversation.lastSeq());
    }

    /** Takes the conversation from its agent, if it has one; it stays open. */
    public void release(UUID id) {
        var conversation = lockOpen(id);
        var agent = conversation.agentId();
        if (agent != null) {
            table.leave(id, Party.agent(agent), conversation.lastSeq());
            table.release(id);
        }
    }

    /** Remembers which department and which handoff serve the conversation now; no department leaves it as it was. */
    public void route(UUID id, @Nullable String department, @Nullable UUID handoffId) {
        lockOpen(id);
        table.route(id, department, handoffId);
    }

    /** Keeps for the own people, before it ends, why a conversation ends; the customer never reads it. */
    public void remark(UUID id, @Nullable String note) {
        Bounds.optional("note", note, CLOSE_NOTE);
        if (note != null && !note.isBlank()) {
            table.remark(id, note.strip());
        }
    }

    /** Ends the conversation; one that has ended already stays as it is. */
    public void close(UUID id, String reason) {
        var conversation = lock(id);
        if (conversation.isClosed()) {
            return;
        }
        var now = clock.instant();
        var note = table.close(id, reason, now).orElse(null);
        events.publishEvent(new ConversationClosed(
                current.get(),
                id,
                conversation.customerId(),
                conversation.agentId(),
                conversation.department(),
                conversation.handoffId(),
                conversation.state().name(),
                reason,
                note,
                now));
    }

    /**
     * Goes on with a conversation that has ended; one that is open stays as it is. Refuses with 409 {@code conversation_open}
     * when the customer has another one. The customer rates it anew when it ends again.
     */
    public void reopen(UUID id) {
        var conversation = lock(id);
        if (!conversation.isClosed()) {
            return;
        }
        var agent = conversation.agentId();
        if (agent != null) {
            table.leave(id, Party.agent(agent), conversation.lastSeq());
        }
        try {
            table.reopen(id);
        } catch (DuplicateKeyException another) {
            throw Problem.conflict("conversation_open");
        }
        events.publishEvent(new ConversationReopened(current.get(), id, conversation.customerId(), clock.instant()));
    }

    private Conversation lockOpen(UUID id) {
        var conversation = lock(id);
        if (conversation.isClosed()) {
            throw Problem.conflict("conversation_closed");
        }
        return conversation;
    }

    private Conversation lock(UUID id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound("conversation_unknown"));
    }
}
