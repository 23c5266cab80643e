package io.baton.chat;

import io.baton.chat.ConversationTable.Participant;
import io.baton.identity.AfterCommit;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes messages in. A message is acknowledged and delivered after it is committed, never before; the same id from the same
 * sender again is the same message. Does not promise that a device receives it: that device sees the gap in seq.
 */
@Component
public class Messages {

    private final ConversationTable conversations;
    private final MessageStream stream;
    private final Delivery delivery;
    private final TransactionOperations transactions;
    private final CurrentActor current;
    private final Clock clock;

    /** A message that is not stored yet. */
    public record Draft(
            UUID id,
            UUID conversationId,
            String body,
            @Nullable String contentType) {

        public Draft {
            Bounds.text("body", body, 1, ClientFrame.BODY);
            Bounds.contentType(contentType);
        }
    }

    private record Author(SenderType type, String id) {}

    Messages(
            ConversationTable conversations,
            MessageStream stream,
            Delivery delivery,
            TransactionOperations transactions,
            CurrentActor current,
            Clock clock) {
        this.conversations = conversations;
        this.stream = stream;
        this.delivery = delivery;
        this.transactions = transactions;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Commits a message of the current actor, who must take part in the conversation.
     *
     * @param origin the connection it came from, which gets ACK where all others get TEXT; absent for REST
     */
    public Message append(Draft draft, @Nullable Sender origin) {
        var party = Party.of(current.get());
        var author = new Author(SenderType.of(party), party.id());
        return commit(draft, author, party, origin);
    }

    /** Commits a message of Baton itself. */
    Message post(Draft draft, SenderType type) {
        return commit(draft, new Author(type, current.get().id()), null, null);
    }

    List<Message> latest(UUID conversation, int count) {
        return stream.before(conversation, Long.MAX_VALUE, count);
    }

    private Message commit(Draft draft, Author author, @Nullable Party party, @Nullable Sender origin) {
        var repeated = new boolean[1];
        var message = transactions.execute(status -> {
            var conversation = conversations
                    .lock(draft.conversationId())
                    .orElseThrow(() -> Problem.notFound("conversation_unknown"));
            var participants = conversations.participants(conversation.id());
            if (party != null) {
                requireParticipant(participants, party);
            }
            var known = stream.find(conversation.id(), draft.id());
            if (known.isPresent()) {
                repeated[0] = true;
                return requireAuthor(known.get(), author);
            }
            if (conversation.isClosed()) {
                throw Problem.conflict("conversation_closed");
            }
            return store(draft, author, conversation, participants, origin);
        });
        if (message == null) {
            throw new IllegalStateException("a transaction without a message");
        }
        if (repeated[0] && origin != null) {
            origin.reply(Delivery.acknowledgement(message));
        }
        return message;
    }

    private Message store(
            Draft draft,
            Author author,
            Conversation conversation,
            List<Participant> participants,
            @Nullable Sender origin) {
        var message = new Message(
                draft.id(),
                conversation.id(),
                conversation.lastSeq() + 1,
                author.type(),
                author.id(),
                draft.body(),
                draft.contentType() == null ? "text/plain" : draft.contentType(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                false);
        stream.insert(message);
        conversations.advance(conversation.id(), message.seq());
        var tenant = current.tenant();
        AfterCommit.run(() -> delivery.deliver(tenant, message, participants, origin));
        return message;
    }

    private static void requireParticipant(List<Participant> participants, Party party) {
        var takesPart = participants.stream()
                .anyMatch(known -> known.active() && known.party().equals(party));
        if (!takesPart) {
            throw party.kind() == Party.Kind.AGENT
                    ? Problem.forbidden("not_yours")
                    : Problem.notFound("conversation_unknown");
        }
    }

    private static Message requireAuthor(Message known, Author author) {
        if (known.senderType() != author.type() || !known.senderId().equals(author.id())) {
            throw Problem.conflict("id_taken");
        }
        return known;
    }
}
