package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current actor may read: customers and agents the conversations they take or took part in, managers those of
 * their department, administrators all; and to read only, what {@link Readers} let them. What another tenant or another
 * customer owns does not exist: 404.
 */
@Component
@Transactional(readOnly = true)
public class History {

    private final ConversationTable conversations;
    private final MessageStream stream;
    private final ObjectProvider<Readers> readers;
    private final CurrentActor current;

    /** A conversation, and the last message of it that may be read. */
    private record Readable(Conversation conversation, long upTo) {}

    History(
            ConversationTable conversations,
            MessageStream stream,
            ObjectProvider<Readers> readers,
            CurrentActor current) {
        this.conversations = conversations;
        this.stream = stream;
        this.readers = readers;
        this.current = current;
    }

    public Conversation get(UUID id) {
        return readable(id).conversation();
    }

    /** The conversation, when the actor may end it: who takes part in it now, or leads the department. */
    public Conversation getOwn(UUID id) {
        var readable = readable(id);
        if (readable.upTo() < Long.MAX_VALUE) {
            throw Problem.forbidden("not_yours");
        }
        return readable.conversation();
    }

    /** The first messages after a seq, oldest first. */
    public List<Message> after(UUID id, long seq, int limit) {
        return stream.after(id, seq, readable(id).upTo(), limit);
    }

    /** The last messages before a seq, oldest first. */
    public List<Message> before(UUID id, long seq, int limit) {
        var upTo = readable(id).upTo();
        return stream.before(id, upTo == Long.MAX_VALUE ? seq : Math.min(seq, upTo + 1), limit);
    }

    private Readable readable(UUID id) {
        var actor = current.get();
        var party = Party.of(actor);
        var conversation = conversations.find(id).orElseThrow(() -> Problem.notFound("conversation_unknown"));
        if (leads(actor, conversation)) {
            return new Readable(conversation, Long.MAX_VALUE);
        }
        return Stream.concat(ownPart(id, party).stream(), lentPart(conversation).stream())
                .max(Comparator.naturalOrder())
                .map(upTo -> new Readable(conversation, upTo))
                .orElseThrow(() -> party.kind() == Party.Kind.CUSTOMER
                        ? Problem.notFound("conversation_unknown")
                        : Problem.forbidden("not_yours"));
    }

    /** Up to where somebody may read who takes part or did. */
    private Optional<Long> ownPart(UUID id, Party party) {
        return conversations.participants(id).stream()
                .filter(participant -> participant.party().equals(party))
                .findFirst()
                .map(participant -> participant.leftSeq() == null ? Long.MAX_VALUE : participant.leftSeq());
    }

    /** All that was said, and no right to end it. */
    private Optional<Long> lentPart(Conversation conversation) {
        return readers.stream().anyMatch(reader -> reader.mayRead(conversation.id()))
                ? Optional.of(conversation.lastSeq())
                : Optional.empty();
    }

    private static boolean leads(Actor actor, Conversation conversation) {
        return actor.isSystem() || actor.is(Role.ADMIN) || actor.leads(conversation.department());
    }
}
