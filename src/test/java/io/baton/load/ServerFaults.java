package io.baton.load;

import io.baton.load.Fault.Servers;
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
                new Fault("kill -9 of a node", true, scene -> killNode(scene.servers())),
                new Fault("a node is drained", true, scene -> drainNode(scene.servers())),
                new Fault("kill -9 of PostgreSQL", true, scene -> killPostgresql(scene.servers())),
                new Fault("kill -9 of Redis", true, scene -> killRedis(scene.servers())),
                new Fault("Redis is flushed", true, scene -> flushRedis(scene.servers())));
    }

    static void killNode(Servers servers) throws InterruptedException {
        var node = servers.baton().nodes().getFirst();
        node.kill9();
        Bench.pause(DOWN);
        node.start();
    }

    static void drainNode(Servers servers) throws InterruptedException {
        var node = servers.baton().nodes().getLast();
        node.terminate();
        Bench.pause(DOWN);
        node.start();
    }

    private static void killPostgresql(Servers servers) throws InterruptedException {
        var services = servers.bench().services();
        services.killPostgresql();
        Bench.pause(DOWN);
        services.startPostgresql();
    }

    static void killRedis(Servers servers) throws InterruptedException {
        var services = servers.bench().services();
        services.killRedis();
        Bench.pause(DOWN);
        services.startRedis();
    }

    static void flushRedis(Servers servers) throws IOException {
        var address = URI.create(servers.bench().services().redis().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IOException("Redis did not flush");
            }
        }
    }
}
