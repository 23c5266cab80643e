package io.baton.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends a file as one message of a conversation, which the current actor must take part in; the same message id again is
 * the same message and the same file. Refuses what {@link FileInspection} refuses before anything is kept.
 */
@Component
public class Uploads {

    private final Access access;
    private final FileInspection inspection;
    private final FileStore store;
    private final Messages messages;
    private final CurrentActor current;
    private final ObjectMapper json;

    /** Who may write into a conversation. */
    @Component
    static class Access {

        private final History history;
        private final Participants participants;

        Access(History history, Participants participants) {
            this.history = history;
            this.participants = participants;
        }

        Conversation require(UUID id, Actor actor) {
            var conversation = history.get(id);
            if (!participants.of(actor.tenant(), id).contains(Party.of(actor))) {
                throw Problem.forbidden("not_yours");
            }
            return conversation;
        }
    }

    Uploads(
            Access access,
            FileInspection inspection,
            FileStore store,
            Messages messages,
            CurrentActor current,
            ObjectMapper json) {
        this.access = access;
        this.inspection = inspection;
        this.store = store;
        this.messages = messages;
        this.current = current;
        this.json = json;
    }

    public Message send(UUID conversationId, UUID messageId, String name, byte[] content) {
        var actor = current.get();
        var party = Party.of(actor);
        var conversation = access.require(conversationId, actor);
        if (!store.knows(conversationId, messageId)) {
            if (conversation.isClosed()) {
                throw Problem.conflict("conversation_closed");
            }
            store.requireRoom(conversationId, party);
        }
        var file = store.keep(conversationId, messageId, party, inspection.inspect(name, content), content);
        var message = messages.append(new Messages.Draft(messageId, conversationId, text(file), StoredFile.MESSAGE));
        if (!store.posted(file)) {
            throw Problem.conflict("id_taken");
        }
        return message;
    }

    private String text(StoredFile file) {
        try {
            return json.writeValueAsString(file.note());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
