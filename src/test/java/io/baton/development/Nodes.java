package io.baton.development;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Several Batons as child processes on one PostgreSQL and one Redis, as in production but for the demonstration's two
 * companies; none is left running after {@link #close} or at the end of this process.
 */
public final class Nodes implements AutoCloseable {

    /** Quick to start where cores are few; how fast it becomes later does not matter to a test. */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** What the nodes of tests run with. */
    public static final List<String> JVM = Stream.concat(
                    Stream.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError"), QUICK_START.stream())
            .toList();

    private final DevelopmentServices services;
    private final Setup setup;
    private final List<Node> nodes = new ArrayList<>();
    private final Thread hook = new Thread(this::stopAll);

    /** Where the nodes keep their data, and with which options of Java and which settings of Baton they run. */
    public record Setup(String database, int redis, Path logs, List<String> options, Map<String, String> settings) {}

    Nodes(DevelopmentServices services, Setup setup) {
        this.services = services;
        this.setup = setup;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Nodes on the services that the tests share, on a database of their own. */
    public static Nodes ofTests(Map<String, String> settings) {
        var services = SharedServices.all();
        var world = SharedServices.nextWorld();
        var database = "baton_" + world;
        services.postgresql().createDatabase(database);
        return new Nodes(services, new Setup(database, world, Path.of("target", "nodes", database), JVM, settings));
    }

    /** Further nodes of the Baton under test, on its database and in its Redis. */
    public static Nodes beside(Environment first, Map<String, String> settings) {
        var database = lastPart(first.getRequiredProperty("BATON_DB_URL"));
        var redis = Integer.parseInt(lastPart(first.getRequiredProperty("BATON_REDIS_URL")));
        var logs = Path.of("target", "nodes", database);
        return new Nodes(SharedServices.all(), new Setup(database, redis, logs, JVM, settings));
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Starts one more node and waits until it is ready. */
    public Node start() {
        var node = add();
        node.start();
        return node;
    }

    public List<Node> all() {
        return List.copyOf(nodes);
    }

    private Node add() {
        var name = "node-" + (nodes.size() + 1);
        var port = Ports.free();
        var program = new ChildJvm.Program(
                setup.database() + "-" + name,
                "io.baton.Application",
                productClassPath(),
                setup.options(),
                arguments(name, port),
                environment("http://localhost:" + port));
        var node = new Node(name, port, new ChildJvm(program, services.folder(), setup.logs()));
        nodes.add(node);
        return node;
    }

    private List<String> arguments(String name, int port) {
        var arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--server.address=127.0.0.1", "--spring.profiles.active=demo"));
        arguments.add("--baton.node=" + name);
        setup.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return arguments;
    }

    private Map<String, String> environment(String url) {
        var environment = new HashMap<String, String>();
        services.properties(url, setup.database(), setup.redis())
                .forEach((key, value) -> environment.put(key, value.toString()));
        return environment;
    }

    /** Without the tests, which no jar holds. */
    private static String productClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void stopAll() {
        nodes.stream().parallel().forEach(node -> node.process().stop());
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException atTheEnd) {
            return; // the hook itself runs
        }
    }
}
