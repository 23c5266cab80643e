package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.config.Config;

/** A Redis that belongs to one test, which may kill it and start it again. */
public final class SpareRedis implements AutoCloseable {

    private final RedisService service;
    private final int port;

    private SpareRedis(RedisService service, int port) {
        this.service = service;
        this.port = port;
    }

    public static SpareRedis started() {
        try {
            var port = Ports.free();
            var service = new RedisService(Files.createTempDirectory("baton-redis"), port);
            service.start();
            return new SpareRedis(service, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return service.address();
    }

    /** A client like that of a node of its own; it waits for a busy machine, but not for a Redis that is gone. */
    public RedissonClient client() {
        return client(address());
    }

    /** A client of a Redis that another process started. */
    public static RedissonClient client(String address) {
        var config = new Config();
        config.setLazyInitialization(true);
        config.setThreads(2);
        config.setNettyThreads(2);
        config.useSingleServer()
                .setAddress(address)
                .setConnectTimeout(2_000)
                .setTimeout(10_000)
                .setRetryAttempts(0)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(16)
                .setSubscriptionConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }

    /** Writes what it holds to disk, as it does now and then by itself. */
    public void save() {
        if (!ask("SAVE").startsWith("+OK")) {
            throw new IllegalStateException("Redis did not save");
        }
    }

    /** How often each command was called since the start. */
    public Map<String, Long> calls() {
        var calls = new HashMap<String, Long>();
        var line = Pattern.compile("cmdstat_(\\w+):calls=(\\d+),").matcher(ask("INFO commandstats"));
        while (line.find()) {
            calls.put(line.group(1), Long.parseLong(line.group(2)));
        }
        return calls;
    }

    private String ask(String command) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without a chance to save anything. */
    public void kill() {
        ProcessHandle.of(service.processId()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Starts it again under the same address, with what it last saved. */
    public void restart() {
        service.start();
    }

    /** Waits until every connection of a client works again. */
    public static void await(RedissonClient client) {
        var answers = 0;
        for (int attempt = 0; answers < 30; attempt++) {
            try {
                client.getBucket("await").isExists();
                answers++;
            } catch (RedisException notYet) {
                answers = 0;
                if (attempt > 500) {
                    throw notYet;
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        service.stop();
    }
}
