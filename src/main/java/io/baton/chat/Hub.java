package io.baton.chat;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends frames to all devices of a party. Inside a transaction a frame leaves after the commit, and never when it was
 * rolled back. Nothing is kept for who is not connected.
 */
@Component
public class Hub {

    private final Availability availability;
    private final Frames frames;

    Hub(Availability availability, Frames frames) {
        this.availability = availability;
        this.frames = frames;
    }

    public void send(Tenant tenant, Party party, ServerFrame frame) {
        send(tenant, party, frame, null);
    }

    /** Sends to all devices but the one that the frame tells of. */
    public void send(Tenant tenant, Party party, ServerFrame frame, @Nullable Sender except) {
        AfterCommit.run(() -> {
            var encoded = frames.encode(frame);
            availability.of(tenant, party).stream()
                    .filter(device -> except == null || !device.id().equals(except.id()))
                    .forEach(device -> device.send(encoded));
        });
    }

    public boolean isConnected(Tenant tenant, Party party) {
        return !availability.of(tenant, party).isEmpty();
    }
}
