package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Hub;
import io.baton.chat.Participants;
import io.baton.chat.Sender;
import io.baton.chat.SenderType;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import org.springframework.stereotype.Component;

/** Keeps how far somebody has read, and tells everybody else in the conversation, own other devices included. */
@Component
class ReadHandler implements FrameHandler<ClientFrame.Read> {

    private final Participants participants;
    private final Hub hub;

    ReadHandler(Participants participants, Hub hub) {
        this.participants = participants;
        this.hub = hub;
    }

    @Override
    public Class<ClientFrame.Read> type() {
        return ClientFrame.Read.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Read frame) {
        var self = sender.party();
        var tenant = sender.actor().tenant();
        var reading = participants.read(tenant, frame.conversationId(), self, frame.seq());
        if (!reading.parties().contains(self)) {
            throw Problem.notFound("conversation_unknown");
        }
        var moved = reading.moved();
        if (moved != null) {
            var read = new ServerFrame.Read(frame.conversationId(), SenderType.of(self), self.id(), moved);
            reading.parties().forEach(party -> hub.send(tenant, party, read, sender));
        }
    }
}
