package io.baton.load;

import io.baton.development.ChildJvm;
import io.baton.development.OwnServices;
import io.baton.development.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A reference to compare with, as a process of its own: it speaks the same frames and keeps no promise. */
final class Relay implements AutoCloseable {

    private final ChildJvm process;
    private final int port;

    /** BARE forwards and stores nothing; NAIVE inserts and commits each message by itself, acknowledges, then forwards. */
    enum Mode {
        BARE,
        NAIVE
    }

    private Relay(ChildJvm process, int port) {
        this.process = process;
        this.port = port;
    }

    static Relay start(OwnServices services, Mode mode, List<String> options, Path logs) {
        var port = Ports.free();
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
        if (mode == Mode.NAIVE) {
            arguments.add("--relay.database=" + services.superuserUrl());
        }
        var program = new ChildJvm.Program(
                "relay-" + mode.name().toLowerCase(Locale.ROOT),
                RelayApplication.class.getName(),
                System.getProperty("java.class.path"),
                options,
                arguments,
                Map.of());
        var relay = new Relay(services.program(program, logs), port);
        relay.process.start(URI.create(relay.url() + "/health"));
        return relay;
    }

    Door door() {
        return Door.of(URI.create(url()));
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.stop();
    }
}
