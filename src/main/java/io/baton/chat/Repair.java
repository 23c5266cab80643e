package io.baton.chat;

import io.baton.chat.Availability.Key;
import io.baton.kernel.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Finds by seq what the devices of this node were not given, because a hint was lost or a commit was not heard of, and gives
 * it to them. Counts what it had to deliver: 0 as long as nothing fails.
 */
@Component
class Repair {

    private static final Logger log = LoggerFactory.getLogger(Repair.class);
    private static final int MOST_PARTIES = 500;
    private static final int PAGE = 200;

    private final Availability availability;
    private final HubTable table;
    private final Frames frames;
    private final ApplicationEventPublisher events;
    private final Counter repaired;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();

    Repair(
            Availability availability,
            HubTable table,
            Frames frames,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.availability = availability;
        this.table = table;
        this.frames = frames;
        this.events = events;
        this.repaired = metrics.counter("baton.hub.repaired");
    }

    /** Looks soon, without making the caller wait; requests that come while it looks are one more look. */
    void request() {
        asked.set(true);
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("repair").start(this::run);
        }
    }

    private void run() {
        try {
            while (asked.getAndSet(false)) {
                look();
            }
        } catch (RuntimeException failure) {
            log.warn("could not look for messages that were not delivered: {}", failure.toString());
        } finally {
            running.set(false);
        }
    }

    /** Looks once at every device of this node. */
    void look() {
        var parties = List.copyOf(availability.parties());
        for (int from = 0; from < parties.size(); from += MOST_PARTIES) {
            look(parties.subList(from, Math.min(from + MOST_PARTIES, parties.size())));
        }
    }

    private void look(List<Key> parties) {
        Map<Key, List<HubTable.Head>> heads = table.heads(parties);
        for (var party : parties) {
            var devices = availability.of(party.tenant(), party.party());
            heads.getOrDefault(party, List.of()).forEach(head -> catchUp(party, head, devices));
            if (party.party().kind() == Party.Kind.AGENT) {
                events.publishEvent(new AgentReady(party.tenant(), party.party().id()));
            }
        }
    }

    private void catchUp(Key party, HubTable.Head head, Collection<Device> devices) {
        var conversation = head.conversationId();
        var behind = devices.stream()
                .mapToLong(device -> Math.max(device.delivered(conversation), head.since()))
                .min();
        if (behind.isEmpty()) {
            return;
        }
        for (var seq = behind.getAsLong(); seq < head.lastSeq(); ) {
            var page = page(party, head, seq);
            page.forEach(message -> devices.forEach(device -> deliver(message, head, device)));
            if (page.isEmpty()) {
                return;
            }
            seq = page.getLast().seq();
        }
    }

    private void deliver(Message message, HubTable.Head head, Device device) {
        if (device.delivered(message.conversationId()) < message.seq()) {
            repaired.increment();
            device.deliver(message.conversationId(), head.since(), message.seq(), frames.encode(message.frame()));
        }
    }

    private List<Message> page(Key party, HubTable.Head head, long after) {
        Tenant tenant = party.tenant();
        Optional<List<Message>> page = table.page(tenant, head.conversationId(), party.party(), after, PAGE);
        return page.orElse(List.of());
    }
}
