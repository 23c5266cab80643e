package io.baton.chat;

import io.baton.chat.Availability.Key;
import io.baton.kernel.Grouping;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * Tells other nodes what their devices are to be given, by Redis topics. Never waits: a hint that cannot be told leaves a gap
 * in the count, by which the other node knows that it has to look for itself.
 */
@Component
class Relay {

    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 500;

    private final Nodes nodes;
    private final Routes routes;
    private final RedissonClient redis;
    private final Counter lost;
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final Grouping<Optional<Hint>> waiting;

    Relay(Nodes nodes, Routes routes, RedissonClient redis, MeterRegistry metrics) {
        this.nodes = nodes;
        this.routes = routes;
        this.redis = redis;
        this.lost = metrics.counter("baton.hub.hints.lost");
        this.waiting = new Grouping<>("relay", MOST_WAITING, MOST_AT_ONCE, this::pass);
    }

    /** The topic on which a node listens. */
    static String topic(String node) {
        return "baton:node:" + node;
    }

    void tell(Hint hint) {
        var others = nodes.others();
        if (!others.isEmpty() && !waiting.offer(Optional.of(hint))) {
            skip(others, 1);
        }
    }

    /** Lets nodes that were not known to live find out that they may have missed something. */
    void welcome(List<String> arrived) {
        arrived.forEach(node -> told.merge(node, 1L, Long::sum));
    }

    /** Lets the other nodes hear that nothing was lost, or that something was. */
    void beat() {
        if (!nodes.others().isEmpty()) {
            waiting.offer(Optional.empty());
        }
    }

    private List<Optional<Hint>> pass(List<Optional<Hint>> group) {
        var others = nodes.others();
        var hints = group.stream().flatMap(Optional::stream).toList();
        var beats = hints.size() < group.size();
        try {
            var elsewhere = hints.isEmpty() ? Map.<Key, Set<String>>of() : routes.elsewhere(parties(hints));
            for (var node : others) {
                var meant = hints.stream()
                        .filter(hint -> isFor(node, hint, elsewhere))
                        .toList();
                if (beats || !meant.isEmpty()) {
                    publish(node, meant);
                }
            }
        } catch (RedisException away) {
            skip(others, Math.max(1, hints.size()));
        }
        return List.of();
    }

    private void publish(String node, List<Hint> hints) {
        var first = told.merge(node, (long) hints.size(), Long::sum) - hints.size();
        redis.getTopic(topic(node), StringCodec.INSTANCE)
                .publish(Hints.write(new Hints.Batch(nodes.id(), first, hints)));
    }

    private void skip(Collection<String> others, int count) {
        lost.increment(count);
        others.forEach(node -> told.merge(node, (long) count, Long::sum));
    }

    private static boolean isFor(String node, Hint hint, Map<Key, Set<String>> elsewhere) {
        var parties = hint.parties();
        return parties.isEmpty()
                || parties.stream()
                        .anyMatch(party -> elsewhere
                                .getOrDefault(new Key(hint.tenant(), party), Set.of())
                                .contains(node));
    }

    private static Set<Key> parties(List<Hint> hints) {
        return hints.stream()
                .flatMap(hint -> hint.parties().stream().map(party -> new Key(hint.tenant(), party)))
                .collect(java.util.stream.Collectors.toSet());
    }

    @PreDestroy
    void close() {
        waiting.close();
    }
}
