package io.baton.chat;

import io.baton.chat.Availability.Key;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redisson.api.BatchResult;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * Which parties have a device on which node, in Redis. A route holds as long as the lease of its node: whoever reads it
 * leaves out nodes that are dead. Every method is one round trip and throws when Redis is away.
 */
@Component
class Routes {

    /** Longer than any node leaves its routes alone, so that forgotten ones go by themselves. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final RedissonClient redis;
    private final Nodes nodes;

    Routes(RedissonClient redis, Nodes nodes) {
        this.redis = redis;
        this.nodes = nodes;
    }

    void add(Collection<Key> parties) {
        inOneGo(batch -> parties.forEach(party -> {
            var route = batch.<String>getSet(route(party), StringCodec.INSTANCE);
            route.addAsync(nodes.id());
            route.expireAsync(FORGOTTEN_AFTER);
            if (party.party().kind() == Party.Kind.CUSTOMER) {
                batch.getSet(customers(nodes.id()), StringCodec.INSTANCE).addAsync(text(party));
            }
        }));
    }

    void remove(Collection<Key> parties) {
        inOneGo(batch -> parties.forEach(party -> {
            batch.getSet(route(party), StringCodec.INSTANCE).removeAsync(nodes.id());
            batch.getSet(customers(nodes.id()), StringCodec.INSTANCE).removeAsync(text(party));
        }));
    }

    /** The other living nodes of each party. */
    Map<Key, Set<String>> elsewhere(Collection<Key> parties) {
        var living = Set.copyOf(nodes.others());
        Map<Key, RFuture<Set<String>>> asked = new HashMap<>();
        inOneGo(batch -> parties.forEach(party -> asked.put(
                party, batch.<String>getSet(route(party), StringCodec.INSTANCE).readAllAsync())));
        return asked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().toCompletableFuture().join().stream()
                                .filter(living::contains)
                                .collect(Collectors.toSet())));
    }

    /** The customers whom a dead node has left behind. */
    List<Key> takeCustomers(String dead) {
        var left = redis.<String>getSet(customers(dead), StringCodec.INSTANCE);
        var customers = left.readAll().stream().map(Routes::key).toList();
        inOneGo(batch -> {
            customers.forEach(
                    party -> batch.getSet(route(party), StringCodec.INSTANCE).removeAsync(dead));
            batch.getSet(customers(dead), StringCodec.INSTANCE).deleteAsync();
        });
        return customers;
    }

    private BatchResult<?> inOneGo(java.util.function.Consumer<RBatch> commands) {
        var batch = redis.createBatch();
        commands.accept(batch);
        return batch.execute();
    }

    private static String route(Key party) {
        return "baton:route:" + text(party);
    }

    private static String customers(String node) {
        return "baton:customers:" + node;
    }

    private static String text(Key party) {
        return party.tenant() + " " + party.party().kind() + " " + party.party().id();
    }

    private static Key key(String text) {
        var words = text.split(" ", 3);
        return new Key(new Tenant(words[0]), new Party(Party.Kind.valueOf(words[1]), words[2]));
    }
}
