package io.baton.chat;

import io.baton.kernel.Tenant;
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
        AfterCommit.run(() -> {
            var devices = availability.of(tenant, party);
            if (!devices.isEmpty()) {
                var encoded = frames.encode(frame);
                devices.forEach(device -> device.send(encoded));
            }
        });
    }

    public boolean isConnected(Tenant tenant, Party party) {
        return !availability.of(tenant, party).isEmpty();
    }
}
