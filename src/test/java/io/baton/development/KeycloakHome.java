package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An unpacked Keycloak server, prepared once for its start, so that every later start is quick. */
record KeycloakHome(Path path) {

    private static final String PROPERTY = "baton.keycloak.home";
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--cache=local");
    private static final List<String> OPENED = List.of("util", "util.concurrent", "security", "lang");

    static KeycloakHome located() {
        var home = System.getProperty(PROPERTY);
        if (home == null || !Files.isDirectory(Path.of(home))) {
            throw new IllegalStateException("No Keycloak at " + home + ". Start with Maven, which unpacks it, or set -D"
                    + PROPERTY + " to an unpacked Keycloak.");
        }
        return new KeycloakHome(Path.of(home));
    }

    /** Fits the server to its options; does nothing when that was done since it was unpacked. */
    void prepare(ServiceProcess process) {
        if (!prepared()) {
            var command = new ArrayList<>(List.of("build"));
            command.addAll(BUILD_OPTIONS);
            process.run(command(command), Map.of());
            remember();
        }
    }

    /** The server's own Java program with a bounded heap, without the shell script around it. */
    List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx384m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US", "--enable-native-access=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED"));
        command.add("-Dkc.home.dir=" + path);
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dpicocli.disable.closures=true");
        command.addAll(List.of("-cp", path.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    private boolean prepared() {
        try {
            return Files.exists(marker()) && Files.readString(marker()).equals(state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember() {
        try {
            Files.writeString(marker(), state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes when the server is unpacked again. */
    private String state() throws IOException {
        return BUILD_OPTIONS + " " + Files.getLastModifiedTime(path.resolve("lib/quarkus/quarkus-application.dat"));
    }

    private Path marker() {
        return path.resolveSibling(path.getFileName() + ".prepared");
    }
}
