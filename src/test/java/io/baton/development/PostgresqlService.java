package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PostgreSQL that keeps what it acknowledged: it refuses to serve unless the server itself says that it writes through. */
public final class PostgresqlService implements Service {

    static final String OWNER = "baton_owner";
    static final String APPLICATION = "baton_app";
    static final String HUB = "baton_hub";
    static final String DATABASE = "baton";
    private static final String SUPERUSER = "postgres";

    private final Path services;
    private final Path folder;
    private final int port;
    private final ServiceProcess process;

    PostgresqlService(Path services, Path data, int port) {
        this.services = services;
        this.folder = data.resolve("postgresql");
        this.port = port;
        this.process = new ServiceProcess("postgresql", data);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String address() {
        return address(DATABASE);
    }

    public String address(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    @Override
    public void start() {
        var programs = PostgresqlBinaries.unpack(services);
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            create(programs);
        }
        process.start(programs.command("postgres", options()), Map.of("TZ", "UTC"));
        process.await(Duration.ofSeconds(60), this::answers);
        requireDurability();
        createRole(OWNER, DemoSecrets.DATABASE_OWNER);
        createRole(APPLICATION, DemoSecrets.DATABASE_APPLICATION);
        createRole(HUB, DemoSecrets.DATABASE_HUB);
        createDatabase(DATABASE);
    }

    /** Creates an empty database of the owning role, unless it is there. */
    public void createDatabase(String name) {
        if (ask("select count(*) from pg_database where datname = '" + name + "'")
                .equals("0")) {
            tell("create database " + name + " owner " + OWNER);
        }
    }

    /** The superuser's connection, for tests that look behind row-level security. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(address(database), SUPERUSER, DemoSecrets.DATABASE);
    }

    private void create(PostgresqlBinaries programs) {
        try {
            var password = Files.writeString(folder.resolveSibling("postgresql.secret"), DemoSecrets.DATABASE);
            process.run(
                    programs.command(
                            "initdb",
                            List.of(
                                    "--pgdata=" + folder,
                                    "--username=" + SUPERUSER,
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C")),
                    Map.of());
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        return List.of(
                "-D",
                folder.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=300",
                "-c",
                "timezone=UTC");
    }

    private void requireDurability() {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            var value = ask("show " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + value
                        + ": it may lose what it" + " acknowledged, so Baton does not start on it.");
            }
        }
    }

    private void createRole(String name, String password) {
        if (ask("select count(*) from pg_roles where rolname = '" + name + "'").equals("0")) {
            tell("create role " + name + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password
                    + "'");
        }
    }

    private boolean answers() throws SQLException {
        try (var connection = superuser(SUPERUSER)) {
            return connection.isValid(1);
        }
    }

    String ask(String query) {
        try (var connection = superuser(SUPERUSER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(String command) {
        try (var connection = superuser(SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends open connections instead of waiting for them. */
    @Override
    public void stop() {
        if (process.running()) {
            var arguments = List.of("stop", "-D", folder.toString(), "-m", "fast", "-t", "15");
            process.run(PostgresqlBinaries.unpack(services).command("pg_ctl", arguments), Map.of());
        }
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
