package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.Conversations;
import io.baton.chat.FrameHandler;
import io.baton.chat.Hub;
import io.baton.chat.Sender;
import io.baton.chat.SenderType;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import org.springframework.stereotype.Component;

/** Keeps how far somebody has read, and tells everybody else in the conversation, own other devices included. */
@Component
class ReadHandler implements FrameHandler<ClientFrame.Read> {

    private final Conversations conversations;
    private final Hub hub;

    ReadHandler(Conversations conversations, Hub hub) {
        this.conversations = conversations;
        this.hub = hub;
    }

    @Override
    public Class<ClientFrame.Read> type() {
        return ClientFrame.Read.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Read frame) {
        var self = sender.party();
        var parties = conversations.parties(frame.conversationId());
        if (!parties.contains(self)) {
            throw Problem.notFound("conversation_unknown");
        }
        conversations.read(frame.conversationId(), self, frame.seq()).ifPresent(seq -> {
            var read = new ServerFrame.Read(frame.conversationId(), SenderType.of(self), self.id(), seq);
            parties.forEach(party -> hub.send(sender.actor().tenant(), party, read, sender));
        });
    }
}
