package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Heads;
import io.baton.chat.Party;
import io.baton.chat.Sender;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import io.baton.presence.Presence;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Renews the lease of an agent's device and tells any client the heads, so that it notices a missing tail. */
@Component
class PingHandler implements FrameHandler<ClientFrame.Ping> {

    private final Presence presence;
    private final Heads heads;
    private final Clock clock;

    PingHandler(Presence presence, Heads heads, Clock clock) {
        this.presence = presence;
        this.heads = heads;
        this.clock = clock;
    }

    @Override
    public Class<ClientFrame.Ping> type() {
        return ClientFrame.Ping.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Ping frame) {
        if (sender.party().kind() == Party.Kind.AGENT) {
            presence.heartbeat(sender.actor().id(), sender.device(), sender.id());
        }
        sender.reply(new ServerFrame.Pong(clock.instant(), heads(sender)));
    }

    /** The connection lives, whatever the database does: without the heads the client just learns nothing new. */
    private Map<UUID, Long> heads(Sender sender) {
        try {
            return heads.of(sender.actor().tenant(), sender.party());
        } catch (DataAccessException | Problem away) {
            return Map.of();
        }
    }
}
