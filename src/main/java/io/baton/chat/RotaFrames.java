package io.baton.chat;

import io.baton.presence.PlanChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every desk of a tenant, on every node, between which days the rota was changed; who shows them asks again. */
@Component
class RotaFrames {

    private final Availability availability;
    private final Relay relay;
    private final Frames frames;

    RotaFrames(Availability availability, Relay relay, Frames frames) {
        this.availability = availability;
        this.relay = relay;
        this.frames = frames;
    }

    @EventListener
    void on(PlanChanged event) {
        var plan = new Hint.Plan(event.tenant(), frames.encode(new ServerFrame.Rota(event.from(), event.to())));
        show(plan);
        relay.tell(plan);
    }

    /** Shows a change here only. */
    void show(Hint.Plan plan) {
        availability
                .all()
                .filter(device -> device.party().kind() == Party.Kind.AGENT)
                .filter(device -> device.actor().tenant().equals(plan.tenant()))
                .forEach(device -> device.send(plan.frame()));
    }
}
