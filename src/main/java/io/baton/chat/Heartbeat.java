package io.baton.chat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a second keeps this node known to the others and hears whether they live. While a living node cannot be heard, Redis
 * being away included, messages are looked for in the database at every beat.
 */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Nodes nodes;
    private final Cluster cluster;
    private final Relay relay;
    private final Receiver receiver;
    private final Repair repair;
    private final ReentrantLock beating = new ReentrantLock();
    private volatile boolean running;
    private boolean away;

    Heartbeat(Nodes nodes, Cluster cluster, Relay relay, Receiver receiver, Repair repair) {
        this.nodes = nodes;
        this.cluster = cluster;
        this.relay = relay;
        this.receiver = receiver;
        this.repair = repair;
    }

    /** A beat that takes long is not overtaken by the next. */
    @Scheduled(fixedRate = 1_000)
    void beat() {
        if (!running || !beating.tryLock()) {
            return;
        }
        try {
            tellAndListen();
        } finally {
            beating.unlock();
        }
    }

    /** Apart from the beat, which waits for Redis when that is away. */
    @Scheduled(fixedRate = 1_000)
    void listen() {
        if (running && receiver.isDeaf()) {
            repair.request();
        }
    }

    private void tellAndListen() {
        try {
            receiver.listen();
            var beat = nodes.beat();
            cluster.tell(!beat.known());
            beat.dead().forEach(cluster::bury);
            relay.welcome(beat.arrived());
            relay.beat();
            away = false;
        } catch (RedisException | CompletionException failure) {
            cluster.failed();
            if (!away) {
                log.warn("Redis does not answer, this node looks after its own devices: {}", failure.toString());
            }
            away = true;
        }
    }

    /** Before the web server opens its doors. */
    @Override
    public void start() {
        running = true;
        beat();
    }

    /** After they are closed: the others need not wait for the end of the lease. */
    @Override
    public void stop() {
        running = false;
        try {
            nodes.leave();
        } catch (RedisException failure) {
            log.debug("Redis does not answer, the lease will end by itself");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
