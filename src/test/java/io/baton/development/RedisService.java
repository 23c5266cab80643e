package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis on the loopback address; what it holds may be lost, so it saves now and then only. */
public final class RedisService implements Service {

    private static final int DATABASES = 64;

    private final Path folder;
    private final int port;
    private final ServiceProcess process;

    RedisService(Path data, int port) {
        this.folder = data.resolve("redis");
        this.port = port;
        this.process = new ServiceProcess("redis", data);
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public String address() {
        return "redis://localhost:" + port;
    }

    /** The address of one of its numbered databases. */
    public String address(int database) {
        return address() + "/" + database % DATABASES;
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(folder);
            var executable = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .getAbsolutePath();
            process.start(command(executable), Map.of());
            process.await(Duration.ofSeconds(30), this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String executable) {
        return List.of(
                executable,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--databases",
                Integer.toString(DATABASES),
                "--save",
                "60 1",
                "--daemonize",
                "no");
    }

    private boolean answers() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        }
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public long processId() {
        return process.processId();
    }

    /** Ends it at once; {@link #start} brings it back on the same data and port. */
    void kill() {
        process.kill();
    }
}
