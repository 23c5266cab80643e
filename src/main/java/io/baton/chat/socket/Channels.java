package io.baton.chat.socket;

import io.baton.chat.Frames;
import io.baton.chat.Limits;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes a connection and what goes with it. */
@Component
class Channels {

    private final Frames frames;
    private final Limits limits;
    private final Clock clock;

    Channels(Frames frames, Limits limits, Clock clock) {
        this.frames = frames;
        this.limits = limits;
        this.clock = clock;
    }

    /** A connection with what belongs to the one thread that reads it. */
    static final class Channel {

        final Connection connection;
        final Quota quota;
        final StringBuilder part = new StringBuilder();
        boolean closed;

        private Channel(Connection connection, Quota quota) {
            this.connection = connection;
            this.quota = quota;
        }
    }

    Channel open(String id, Outbox.Wire wire, Guest guest) {
        var connection = new Connection(
                id, guest, frames, new Outbox(wire, limits.outgoing().toBytes()));
        return new Channel(connection, new Quota(limits, connection.party(), clock));
    }
}
