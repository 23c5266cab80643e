package io.baton.chat;

import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** Gives the devices of this node what other nodes tell of, and notices when something told was not heard. */
@Component
class Receiver {

    /** A beat and some patience. */
    private static final Duration SILENCE = Duration.ofMillis(1_800);

    private final Nodes nodes;
    private final Availability availability;
    private final DeskFrames desks;
    private final Repair repair;
    private final RedissonClient redis;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private volatile boolean listening;

    /** The number of the next hint of a node, and when it was heard last. */
    private record Heard(long next, long at) {}

    Receiver(Nodes nodes, Availability availability, DeskFrames desks, Repair repair, RedissonClient redis) {
        this.nodes = nodes;
        this.availability = availability;
        this.desks = desks;
        this.repair = repair;
        this.redis = redis;
    }

    /** Listens from now on, once Redis can be reached; afterwards the connection restores itself. */
    void listen() {
        if (!listening) {
            redis.getTopic(Relay.topic(nodes.id()), StringCodec.INSTANCE)
                    .addListener(String.class, (topic, text) -> Hints.read(text).ifPresent(this::on));
            listening = true;
        }
    }

    /** Whether a living node has not been heard of for too long. */
    boolean isDeaf() {
        var now = System.nanoTime();
        heard.keySet().retainAll(nodes.others());
        return nodes.others().stream()
                .map(node -> heard.computeIfAbsent(node, unheard -> new Heard(0, now)))
                .anyMatch(last -> now - last.at() > SILENCE.toNanos());
    }

    void on(Hints.Batch batch) {
        var before =
                heard.put(batch.from(), new Heard(batch.first() + batch.hints().size(), System.nanoTime()));
        batch.hints().forEach(this::give);
        if (before == null ? batch.first() > 0 : batch.first() > before.next()) {
            repair.request();
        }
    }

    private void give(Hint hint) {
        switch (hint) {
            case Hint.Text text -> availability.deliver(text, null);
            case Hint.Frame frame -> each(frame.tenant(), frame.party(), device -> device.send(frame.frame()));
            case Hint.Notice notice ->
                each(
                        notice.tenant(),
                        notice.party(),
                        device -> device.send(isChinese(device) ? notice.zh() : notice.en()));
            case Hint.Kick kick -> each(kick.tenant(), kick.party(), Device::kick);
            case Hint.Seen seen -> desks.presence().show(seen);
            case Hint.Plan plan -> desks.rota().show(plan);
            case Hint.Floor floor -> desks.floor().show(floor);
        }
    }

    static boolean isChinese(Device device) {
        return Locale.CHINESE.getLanguage().equals(device.locale().getLanguage());
    }

    private void each(Tenant tenant, Party party, Consumer<Device> work) {
        availability.of(tenant, party).forEach(work);
    }
}
