package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Hub;
import io.baton.chat.Participants;
import io.baton.chat.Party;
import io.baton.chat.Sender;
import io.baton.chat.SenderType;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import org.springframework.stereotype.Component;

/** Shows the other participants that somebody writes; a customer never sees what an agent has not sent yet. */
@Component
class TypingHandler implements FrameHandler<ClientFrame.Typing> {

    private final Participants participants;
    private final Hub hub;

    TypingHandler(Participants participants, Hub hub) {
        this.participants = participants;
        this.hub = hub;
    }

    @Override
    public Class<ClientFrame.Typing> type() {
        return ClientFrame.Typing.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Typing frame) {
        var self = sender.party();
        var parties = participants.of(sender.actor().tenant(), frame.conversationId());
        if (!parties.contains(self)) {
            throw Problem.notFound("conversation_unknown");
        }
        for (var party : parties) {
            if (!party.equals(self)) {
                hub.send(
                        sender.actor().tenant(),
                        party,
                        new ServerFrame.Typing(
                                frame.conversationId(),
                                SenderType.of(self),
                                self.id(),
                                party.kind() == Party.Kind.CUSTOMER ? null : frame.preview()));
            }
        }
    }
}
