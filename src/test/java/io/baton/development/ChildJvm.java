package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of this class path in a Java process of its own; it can be asked to end, killed, and started again. */
public final class ChildJvm {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)([KM])\\b");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Program program;
    private final ServiceProcess process;

    /** What to run: the main class, on which class path, with which options, arguments and environment. */
    public record Program(
            String name,
            String main,
            String classPath,
            List<String> options,
            List<String> arguments,
            Map<String, String> environment) {}

    /**
     * A program that does not run yet.
     *
     * @param data holds the pid file, so that whoever claims the folder next stops what was left
     * @param logs holds the log
     */
    ChildJvm(Program program, Path data, Path logs) {
        this.program = program;
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = new ServiceProcess(program.name(), data, logs);
    }

    /** Starts it and waits until the address answers with 200; refuses a program that ends before. */
    public void start(URI health) {
        launch();
        await(health);
    }

    void launch() {
        var command = new ArrayList<String>();
        command.add(JAVA.resolve("java").toString());
        command.addAll(program.options());
        command.addAll(List.of("-cp", program.classPath(), program.main()));
        command.addAll(program.arguments());
        process.start(command, program.environment());
    }

    void await(URI health) {
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        process.await(LIMIT, () -> HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }

    public long pid() {
        return process.processId();
    }

    public boolean running() {
        return process.running();
    }

    public ProcessUsage usage() {
        return ProcessUsage.of(pid());
    }

    /** Makes it collect all its garbage now. */
    public void collectGarbage() {
        process.run(List.of(JAVA.resolve("jcmd").toString(), Long.toString(pid()), "GC.run"), Map.of());
    }

    /** What is alive on its heap, when it has just collected its garbage; refuses a heap that it cannot read about. */
    public long heapUsedBytes() {
        var command = List.of(JAVA.resolve("jcmd").toString(), Long.toString(pid()), "GC.heap_info");
        try {
            var told = new ProcessBuilder(command).redirectErrorStream(true).start();
            return heapUsed(new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of the heap in what {@code GC.heap_info} says, without the classes. */
    static long heapUsed(String told) {
        var used = told.lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .map(USED::matcher)
                .filter(Matcher::find)
                .mapToLong(
                        part -> Long.parseLong(part.group(1)) * (part.group(2).equals("M") ? 1 << 20 : 1 << 10))
                .sum();
        if (used == 0) {
            throw new IllegalStateException("no heap in: " + told);
        }
        return used;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    /** {@code kill}: it may finish what it does. */
    public void terminate() {
        process.terminate(LIMIT);
    }

    /** Ends it in any case. */
    public void stop() {
        process.stop();
    }
}
