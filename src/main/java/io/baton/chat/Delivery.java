package io.baton.chat;

import io.baton.chat.ConversationTable.Participant;
import io.baton.kernel.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a committed message to every connected device of all participants, and its acknowledgement to the sender's. */
@Component
class Delivery {

    private final Availability availability;
    private final Frames frames;
    private final ApplicationEventPublisher events;

    Delivery(Availability availability, Frames frames, ApplicationEventPublisher events) {
        this.availability = availability;
        this.frames = frames;
        this.events = events;
    }

    void deliver(Tenant tenant, Message message, List<Participant> participants, @Nullable Sender origin) {
        var text = frames.encode(message.frame());
        for (var participant : participants) {
            if (!participant.active()) {
                continue;
            }
            for (var device : availability.of(tenant, participant.party())) {
                var frame = origin != null && origin.id().equals(device.id())
                        ? frames.encode(acknowledgement(message))
                        : text;
                device.deliver(message.conversationId(), participant.joinedSeq(), message.seq(), frame);
            }
        }
        events.publishEvent(new MessageCommitted(tenant, message));
    }

    static ServerFrame.Ack acknowledgement(Message message) {
        return new ServerFrame.Ack(message.id().toString(), message.conversationId(), message.seq(), message.sentAt());
    }
}
