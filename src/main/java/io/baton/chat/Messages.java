package io.baton.chat;

import io.baton.chat.ConversationTable.Participant;
import io.baton.identity.AfterCommit;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes messages in. A message is acknowledged and delivered after it is committed, never before; the same id from the same
 * sender again is the same message. Does not promise that a device receives it: that device sees the gap in seq.
 */
@Component
public class Messages {

    private final ConversationTable conversations;
    private final MessageStream stream;
    private final MessageWriter writer;
    private final Delivery delivery;
    private final CurrentActor current;

    /** A message that is not stored yet. */
    public record Draft(
            UUID id,
            UUID conversationId,
            String body,
            @Nullable String contentType) {

        private static final String PLAIN = "text/plain";

        public Draft {
            Bounds.text("body", body, 1, ClientFrame.BODY);
            Bounds.contentType(contentType);
        }

        String type() {
            return contentType == null ? PLAIN : contentType;
        }
    }

    Messages(
            ConversationTable conversations,
            MessageStream stream,
            MessageWriter writer,
            Delivery delivery,
            CurrentActor current) {
        this.conversations = conversations;
        this.stream = stream;
        this.writer = writer;
        this.delivery = delivery;
        this.current = current;
    }

    /**
     * Takes in a message of the current actor, who must take part in the conversation, without waiting for the commit.
     *
     * @param origin the connection it came from, which gets ACK where all others get TEXT
     * @return the message once it is committed; else a {@link Problem} or what went wrong
     */
    public CompletableFuture<Message> submit(Draft draft, @Nullable Device origin) {
        var outcome = new CompletableFuture<Message>();
        writer.submit(new Submission(
                current.tenant(), Party.of(current.get()), draft, origin, MessageWriter.deadline(), outcome));
        return outcome;
    }

    /** Commits a message of the current actor; not to be called in a transaction, which would not contain it. */
    public Message append(Draft draft) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message of a person is committed for itself");
        }
        try {
            return submit(draft, null).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failure;
        }
    }

    /** Writes a message of Baton itself in the caller's transaction; it is delivered after the commit. */
    @Transactional
    public Message post(Draft draft, SenderType type) {
        var conversation =
                conversations.lock(draft.conversationId()).orElseThrow(() -> Problem.notFound("conversation_unknown"));
        if (conversation.isClosed()) {
            throw Problem.conflict("conversation_closed");
        }
        List<Participant> participants = conversations.participants(conversation.id());
        var tenant = current.tenant();
        var message = stream.insert(
                draft, conversation.lastSeq() + 1, type, current.get().id());
        AfterCommit.run(() -> {
            delivery.deliver(tenant, message, participants, null);
            delivery.announce(List.of(new MessagesCommitted.Committed(tenant, message)));
        });
        return message;
    }

    List<Message> latest(UUID conversation, int count) {
        return stream.before(conversation, Long.MAX_VALUE, count);
    }

    Map<UUID, Instant> lastOfCustomers(Collection<UUID> conversations) {
        return stream.lastOfCustomers(conversations);
    }

    Optional<Instant> first(UUID conversation, Party sender, Instant since) {
        return stream.first(conversation, sender, since);
    }

    /** To a customer, what belongs to somebody else does not exist. */
    static Problem notYours(Party party) {
        return party.kind() == Party.Kind.AGENT
                ? Problem.forbidden("not_yours")
                : Problem.notFound("conversation_unknown");
    }
}
