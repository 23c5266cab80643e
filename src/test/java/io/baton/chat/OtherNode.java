package io.baton.chat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.api.RedissonClient;

/** A second node of the hub in this process, made of the same parts; it beats when it is told to. */
final class OtherNode implements AutoCloseable {

    final List<Object> events = new CopyOnWriteArrayList<>();
    final Availability availability = new Availability();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Nodes nodes;
    final Relay relay;
    final PresenceFrames presence;
    final FloorFrames floor;
    final Receiver receiver;
    final Cluster cluster;
    final Heartbeat heartbeat;
    final Hub hub;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looksAskedFor = new AtomicInteger();
    private volatile int looksDone;

    OtherNode(String name, RedissonClient redis, HubTable table, Frames frames) {
        nodes = new Nodes(redis, name);
        var routes = new Routes(redis, nodes);
        relay = new Relay(nodes, routes, redis, metrics);
        presence = new PresenceFrames(availability, relay, frames);
        var repair = new Repair(availability, table, frames, events::add, metrics) {
            @Override
            void request() {
                looksAskedFor.incrementAndGet();
                super.request();
            }

            @Override
            void look() {
                var asked = looksAskedFor.get();
                super.look();
                looksDone = asked;
            }
        };
        floor = new FloorFrames(availability, relay, frames);
        var desks = new DeskFrames(presence, new RotaFrames(availability, relay, frames), floor);
        receiver = new Receiver(nodes, availability, desks, repair, redis) {
            @Override
            void on(Hints.Batch batch) {
                super.on(batch);
                heard.add(batch.from());
            }
        };
        cluster = new Cluster(availability, nodes, routes, repair, events::add);
        heartbeat = new Heartbeat(nodes, cluster, relay, receiver, repair);
        hub = new Hub(availability, relay, frames);
        heartbeat.start();
    }

    /** Whether it hears a node, and has looked for what it may have missed before it did. */
    boolean isInStepWith(Nodes others) {
        return heard.contains(others.id()) && looksDone == looksAskedFor.get();
    }

    Screen connect(Screen screen) {
        if (availability.join(screen)) {
            cluster.joined(screen.actor().tenant(), screen.party());
        }
        return screen;
    }

    boolean disconnect(Screen screen) {
        return availability.leave(screen) && cluster.left(screen.actor().tenant(), screen.party());
    }

    double repaired() {
        return metrics.counter("baton.hub.repaired").count();
    }

    /** Dies without a word; its lease ends now instead of a little later. */
    void die() {
        heartbeat.stop();
        relay.close();
    }

    @Override
    public void close() {
        die();
    }
}
