package io.baton.chat;

import io.baton.chat.Availability.Key;
import io.baton.kernel.Tenant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.client.RedisException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the other nodes told who is connected here. A party that comes is told before it is greeted, so that no message
 * falls between; a party that goes is told a little later. What cannot be told while Redis is away is told afterwards.
 */
@Component
public class Cluster {

    private final Availability availability;
    private final Nodes nodes;
    private final Routes routes;
    private final Repair repair;
    private final ApplicationEventPublisher events;
    private final Set<Key> departed = ConcurrentHashMap.newKeySet();
    private volatile boolean incomplete;

    Cluster(Availability availability, Nodes nodes, Routes routes, Repair repair, ApplicationEventPublisher events) {
        this.availability = availability;
        this.nodes = nodes;
        this.routes = routes;
        this.repair = repair;
        this.events = events;
    }

    /** The id of this node, another one after each start. */
    public String node() {
        return nodes.id();
    }

    /** The first device of a party has come. */
    public void joined(Tenant tenant, Party party) {
        try {
            routes.add(List.of(new Key(tenant, party)));
        } catch (RedisException away) {
            incomplete = true;
        }
    }

    /** The last device of a party has gone from here; true when it has none on another node either. */
    public boolean left(Tenant tenant, Party party) {
        var key = new Key(tenant, party);
        departed.add(key);
        return isNowhereElse(key);
    }

    /** Whether a party has a device on any node; of other nodes nothing is known while Redis is away. */
    public boolean isConnected(Tenant tenant, Party party) {
        var key = new Key(tenant, party);
        return availability.has(key) || !isNowhereElse(key);
    }

    /** Tells what is not told yet; everything when Redis has forgotten this node. */
    void tell(boolean forgotten) {
        if (forgotten || incomplete) {
            incomplete = false;
            routes.add(List.copyOf(availability.parties()));
            repair.request();
        }
        var gone = departed.stream().toList();
        gone.forEach(departed::remove);
        var away = gone.stream().filter(key -> !availability.has(key)).toList();
        routes.remove(away);
        // Who came while the routes were removed may have told of it too early; whoever came before that is still told
        // of.
        var back = away.stream().filter(availability::has).toList();
        if (!back.isEmpty()) {
            routes.add(back);
            repair.request();
        }
    }

    /** Something could not be told: next time everything is. */
    void failed() {
        incomplete = true;
    }

    /** Tells which customers a dead node had, unless they are somewhere again. */
    void bury(String dead) {
        for (var key : routes.takeCustomers(dead)) {
            if (!availability.has(key) && isNowhereElse(key)) {
                events.publishEvent(new VisitorGone(
                        key.tenant(), UUID.fromString(key.party().id())));
            }
        }
    }

    private boolean isNowhereElse(Key key) {
        if (nodes.others().isEmpty()) {
            return true;
        }
        try {
            return routes.elsewhere(List.of(key)).getOrDefault(key, Set.of()).isEmpty();
        } catch (RedisException away) {
            return true;
        }
    }
}
