package io.baton.load;

import io.baton.load.Fault.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What can happen between a client and a server, and what an impatient client does. */
final class ConnectionFaults {

    private static final int CUTS = 150;
    private static final int MOST_BYTES = 3_000;
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(60);
    private static final int SLOW_BYTES_PER_SECOND = 4_000;
    private static final int LONG_BODY = 7_500;
    private static final int LONG_CHATS = 2;
    private static final int LONG_PER_SECOND = 200;
    private static final Duration SLOW = Duration.ofSeconds(12);
    private static final int COPIES = 5;

    private ConnectionFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("connections cut at random bytes", false, ConnectionFaults::cut),
                new Fault("half-open connections", false, ConnectionFaults::halfOpen),
                new Fault("slow readers", false, ConnectionFaults::slowReaders),
                new Fault("retry storm, each message 5 times", false, ConnectionFaults::retryStorm));
    }

    private static void cut(Scene scene) throws InterruptedException {
        var random = new Random(7);
        for (var cut = 0; cut < CUTS; cut++) {
            var links = scene.proxy().links();
            if (!links.isEmpty()) {
                links.get(random.nextInt(links.size())).cutAfter(random.nextInt(MOST_BYTES));
            }
            Bench.pause(BETWEEN_CUTS);
        }
    }

    /** A third of all connections goes deaf; the clients notice when no PONG comes. */
    private static void halfOpen(Scene scene) {
        var links = scene.proxy().links();
        links.subList(0, links.size() / 3).forEach(ProxyLink::halfOpen);
    }

    /**
     * Everybody takes little while some get more than the server and the system keep for them, and nobody complains about a
     * late PONG; then all take what is left.
     */
    private static void slowReaders(Scene scene) throws InterruptedException {
        scene.clients().adopt(Habits.SHIPPED);
        var slow = scene.proxy().links();
        slow.forEach(link -> link.slowDown(SLOW_BYTES_PER_SECOND));
        try (var sending = Pacer.start(scene.clients().chats().subList(0, LONG_CHATS), LONG_PER_SECOND, LONG_BODY)) {
            Bench.pause(SLOW);
        }
        slow.forEach(ProxyLink::speedUp);
        scene.clients().adopt(Habits.ALERT);
    }

    private static void retryStorm(Scene scene) throws InterruptedException {
        scene.clients().adopt(Habits.ALERT.times(COPIES));
        Bench.pause(SLOW);
        scene.clients().adopt(Habits.ALERT);
    }
}
