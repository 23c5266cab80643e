package io.baton.load;

import io.baton.load.Fault.Scene;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What can happen to the processes: nodes, PostgreSQL and Redis are killed and come back, a node is drained. */
final class ServerFaults {

    private static final Duration DOWN = Duration.ofSeconds(3);

    private ServerFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("kill -9 of a node", true, ServerFaults::killNode),
                new Fault("a node is drained", true, ServerFaults::drainNode),
                new Fault("kill -9 of PostgreSQL", true, ServerFaults::killPostgresql),
                new Fault("kill -9 of Redis", true, ServerFaults::killRedis),
                new Fault("Redis is flushed", true, ServerFaults::flushRedis));
    }

    private static void killNode(Scene scene) throws InterruptedException {
        var node = scene.baton().nodes().getFirst();
        node.kill9();
        Bench.pause(DOWN);
        node.start();
    }

    private static void drainNode(Scene scene) throws InterruptedException {
        var node = scene.baton().nodes().getLast();
        node.terminate();
        Bench.pause(DOWN);
        node.start();
    }

    private static void killPostgresql(Scene scene) throws InterruptedException {
        var services = scene.bench().services();
        services.killPostgresql();
        Bench.pause(DOWN);
        services.startPostgresql();
    }

    private static void killRedis(Scene scene) throws InterruptedException {
        var services = scene.bench().services();
        services.killRedis();
        Bench.pause(DOWN);
        services.startRedis();
    }

    private static void flushRedis(Scene scene) throws IOException {
        var address = URI.create(scene.bench().services().redis().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IOException("Redis did not flush");
            }
        }
    }
}
