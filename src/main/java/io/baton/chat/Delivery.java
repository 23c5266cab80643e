package io.baton.chat;

import io.baton.chat.ConversationTable.Participant;
import io.baton.chat.MessagesCommitted.Committed;
import io.baton.kernel.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Brings a committed message to every connected device of all participants, on whichever node, and its acknowledgement to
 * the sender's. Safe to repeat: a connection drops what it was given already.
 */
@Component
class Delivery {

    private final Availability availability;
    private final Relay relay;
    private final Frames frames;
    private final ApplicationEventPublisher events;

    Delivery(Availability availability, Relay relay, Frames frames, ApplicationEventPublisher events) {
        this.availability = availability;
        this.relay = relay;
        this.frames = frames;
        this.events = events;
    }

    /** Tells the other modules of what was stored, after it was delivered. */
    void announce(List<Committed> messages) {
        if (!messages.isEmpty()) {
            events.publishEvent(new MessagesCommitted(messages));
        }
    }

    /** Delivers what was stored, or stored before: then it may not have reached everybody the first time. */
    void deliver(Tenant tenant, Message message, List<Participant> participants, @Nullable Device origin) {
        var text = frames.encode(message.frame());
        var since = new ArrayList<Hint.Since>(participants.size());
        for (var participant : participants) {
            if (participant.active()) {
                since.add(new Hint.Since(participant.party(), participant.joinedSeq()));
            }
        }
        var hint = new Hint.Text(tenant, message.conversationId(), message.seq(), since, text);
        availability.deliver(hint, origin);
        if (origin != null) {
            origin.acknowledge(message.conversationId(), message.seq(), frames.encode(acknowledgement(message)));
        }
        relay.tell(hint);
    }

    private static ServerFrame.Ack acknowledgement(Message message) {
        return new ServerFrame.Ack(message.id().toString(), message.conversationId(), message.seq(), message.sentAt());
    }
}
