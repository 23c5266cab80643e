package io.baton.chat;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends frames to all devices of a party, on whichever node. Inside a transaction a frame leaves after the commit, and
 * never when it was rolled back. Nothing is kept for who is not connected.
 */
@Component
public class Hub {

    private final Availability availability;
    private final Relay relay;
    private final Frames frames;

    Hub(Availability availability, Relay relay, Frames frames) {
        this.availability = availability;
        this.relay = relay;
        this.frames = frames;
    }

    public void send(Tenant tenant, Party party, ServerFrame frame) {
        send(tenant, party, frame, null);
    }

    /** Sends to all devices but the one that the frame tells of. */
    public void send(Tenant tenant, Party party, ServerFrame frame, @Nullable Sender except) {
        AfterCommit.run(() -> {
            var encoded = frames.encode(frame);
            for (var device : availability.of(tenant, party)) {
                if (device != except) {
                    device.send(encoded);
                }
            }
            relay.tell(new Hint.Frame(tenant, party, encoded));
        });
    }

    /** Lets the newest device of a party win: all others are told and closed. */
    public void kickOthers(Device newest) {
        var tenant = newest.actor().tenant();
        for (var device : availability.of(tenant, newest.party())) {
            if (device != newest) {
                device.kick();
            }
        }
        relay.tell(new Hint.Kick(tenant, newest.party()));
    }
}
