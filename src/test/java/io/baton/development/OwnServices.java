package io.baton.development;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL and Redis of one run, and Keycloak when it is wanted; each may be killed and comes back on the same data and
 * port. The data are deleted on {@link #close}, and nothing is left running at the end of this process.
 */
public final class OwnServices implements AutoCloseable {

    private final DevelopmentServices services;
    private final AtomicInteger worlds = new AtomicInteger();
    private final List<ChildJvm> programs = new CopyOnWriteArrayList<>();
    private final Thread hook;

    private OwnServices(DevelopmentServices services) {
        this.services = services;
        this.hook = new Thread(this::discard);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts them in a new folder below the parent; what a killed run left there is stopped and deleted. */
    public static OwnServices start(Path parent, boolean keycloak, PrintStream out) {
        var services = new DevelopmentServices(DataFolder.fresh(parent), Settings.free());
        var wanted = new ArrayList<Service>(List.of(services.postgresql(), services.redis()));
        if (keycloak) {
            wanted.add(services.keycloak());
        }
        var own = new OwnServices(services);
        services.start(new Progress(out), wanted.toArray(Service[]::new));
        return own;
    }

    /** Nodes on a new database of these services. */
    public Nodes nodes(Path logs, List<String> options, Map<String, String> settings) {
        var world = worlds.incrementAndGet();
        var database = "load_" + world;
        services.postgresql().createDatabase(database);
        return new Nodes(services, new Nodes.Setup(database, world, logs, options, settings));
    }

    /** Any other program of this class path, stopped with the services. */
    public ChildJvm program(ChildJvm.Program program, Path logs) {
        var child = new ChildJvm(program, services.folder(), logs);
        programs.add(child);
        return child;
    }

    /** The superuser's connection to the newest database. */
    public Connection superuser() throws SQLException {
        return services.postgresql().superuser(database());
    }

    /** The address of the newest database with the superuser's credentials, for programs to compare with. */
    public String superuserUrl() {
        return services.postgresql().address(database()) + "?user=postgres&password=" + DemoSecrets.DATABASE;
    }

    /** The address of a database of its own that holds nothing, with the superuser's credentials. */
    public String emptyDatabase() {
        var name = "empty_" + worlds.get();
        services.postgresql().createDatabase(name);
        return services.postgresql().address(name) + "?user=postgres&password=" + DemoSecrets.DATABASE;
    }

    /** What PostgreSQL itself says of a setting, for example {@code fsync}. */
    public String ask(String query) {
        return services.postgresql().ask(query);
    }

    /** The newest database that nodes were given, or the first one. */
    public String database() {
        return worlds.get() == 0 ? PostgresqlService.DATABASE : "load_" + worlds.get();
    }

    public PostgresqlService postgresql() {
        return services.postgresql();
    }

    public RedisService redis() {
        return services.redis();
    }

    /** {@code kill -9} of the server and all its processes. */
    public void killPostgresql() {
        services.postgresql().kill();
    }

    public void startPostgresql() {
        services.postgresql().start();
    }

    public void killRedis() {
        services.redis().kill();
    }

    public void startRedis() {
        services.redis().start();
    }

    public KeycloakService keycloak() {
        return services.keycloak();
    }

    public void killKeycloak() {
        services.keycloak().kill();
    }

    /** Does nothing when it runs. */
    public void startKeycloak() {
        if (!services.keycloak().running()) {
            services.keycloak().start();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException atTheEnd) {
            return; // the hook does it
        }
        discard();
    }

    private void discard() {
        programs.forEach(ChildJvm::stop);
        services.discard();
    }
}
