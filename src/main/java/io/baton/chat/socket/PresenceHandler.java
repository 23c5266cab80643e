package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Party;
import io.baton.chat.Sender;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import io.baton.presence.Presence;
import org.springframework.stereotype.Component;

/** Keeps what an agent wants to be; customers have no such choice. */
@Component
class PresenceHandler implements FrameHandler<ClientFrame.Presence> {

    private final Presence presence;

    PresenceHandler(Presence presence) {
        this.presence = presence;
    }

    @Override
    public Class<ClientFrame.Presence> type() {
        return ClientFrame.Presence.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Presence frame) {
        if (sender.party().kind() != Party.Kind.AGENT) {
            throw Problem.forbidden("forbidden");
        }
        presence.choose(sender.actor().id(), frame.state());
        if (frame.id() != null) {
            sender.reply(ServerFrame.Ack.done(frame.id()));
        }
    }
}
