package io.baton.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.baton.kernel.Tenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one node tells another for the devices that are connected there. A hint may be lost: messages are then found by seq,
 * everything else is asked for again by who needs it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Hint.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Hint.Frame.class, name = "frame"),
    @JsonSubTypes.Type(value = Hint.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = Hint.Kick.class, name = "kick"),
    @JsonSubTypes.Type(value = Hint.Seen.class, name = "seen"),
    @JsonSubTypes.Type(value = Hint.Plan.class, name = "plan"),
    @JsonSubTypes.Type(value = Hint.Floor.class, name = "floor")
})
sealed interface Hint {

    Tenant tenant();

    /** Whose devices it is for; nobody in particular means every node. */
    List<Party> parties();

    /** A party with the seq it had at joining: the first message to be delivered to it comes after. */
    record Since(Party party, long seq) {}

    /** A committed message, as the frame that is delivered. */
    record Text(Tenant tenant, UUID conversationId, long seq, List<Since> participants, String frame) implements Hint {

        @Override
        public List<Party> parties() {
            return participants.stream().map(Since::party).toList();
        }
    }

    /** Any other frame for all devices of a party. */
    record Frame(Tenant tenant, Party party, String frame) implements Hint {

        @Override
        public List<Party> parties() {
            return List.of(party);
        }
    }

    /** A notice, in each language as the frame of it. */
    record Notice(Tenant tenant, Party party, String zh, String en) implements Hint {

        @Override
        public List<Party> parties() {
            return List.of(party);
        }
    }

    /** The newest device has come: all others go. */
    record Kick(Tenant tenant, Party party) implements Hint {

        @Override
        public List<Party> parties() {
            return List.of(party);
        }
    }

    /** An agent's presence has changed. */
    record Seen(Tenant tenant, String person, @Nullable String department, String frame) implements Hint {

        @Override
        public List<Party> parties() {
            return List.of();
        }
    }

    /** The rota was changed. */
    record Plan(Tenant tenant, String frame) implements Hint {

        @Override
        public List<Party> parties() {
            return List.of();
        }
    }

    /** The floor of a department has changed. */
    record Floor(Tenant tenant, String department) implements Hint {

        @Override
        public List<Party> parties() {
            return List.of();
        }
    }
}
