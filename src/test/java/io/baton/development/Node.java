package io.baton.development;

import java.net.URI;

/** One Baton in a process of its own; it comes back on the same port and database however it was ended. */
public final class Node {

    private final String name;
    private final int port;
    private final ChildJvm process;

    Node(String name, int port, ChildJvm process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public ChildJvm process() {
        return process;
    }

    /** Waits until Baton is ready. */
    public void start() {
        process.start(URI.create(url() + "/actuator/health"));
    }

    /** Ends it without a word, as a lost machine does. */
    public void kill9() {
        process.kill();
    }

    /** Asks it to leave, and waits until it has sent its clients away and is gone. */
    public void terminate() {
        process.terminate();
    }
}
