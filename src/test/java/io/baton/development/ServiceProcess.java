package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A child process with its log and its pid file in the data folder; a start that fails shows the end of the log. */
final class ServiceProcess {

    private static final int LOG_LINES = 25;
    private static final long POLL_MILLIS = 50;
    private static final int BUSY_ATTEMPTS = 40;

    private final String name;
    private final Path log;
    private final PidFile pid;
    private @Nullable Process process;

    ServiceProcess(String name, Path folder) {
        this(name, folder, folder);
    }

    /** With a log in another folder than that of the data, so that it outlives them. */
    ServiceProcess(String name, Path folder, Path logs) {
        this.name = name;
        this.log = logs.resolve(name + ".log");
        this.pid = new PidFile(folder.resolve(name + ".pid"));
    }

    void start(List<String> command, Map<String, String> environment) {
        var started = launch(command, environment);
        process = started;
        pid.begin(started.toHandle());
    }

    /** Runs a command to its end; refuses an exit code other than zero. */
    void run(List<String> command, Map<String, String> environment) {
        try {
            var exit = launch(command, environment).waitFor();
            if (exit != 0) {
                throw new IllegalStateException(name + " failed with exit code " + exit + "\n" + endOfLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        }
    }

    /** Waits until the service answers; refuses a process that ended, and one that needs longer than the limit. */
    void await(Duration limit, Callable<Boolean> answers) {
        var deadline = Instant.now().plus(limit);
        while (!answered(answers)) {
            if (!running()) {
                throw new IllegalStateException(name + " ended while starting\n" + endOfLog());
            }
            if (Instant.now().isAfter(deadline)) {
                stop();
                throw new IllegalStateException(name + " did not answer within " + limit + "\n" + endOfLog());
            }
            pause();
        }
        if (process != null) {
            pid.settle(process.toHandle());
        }
    }

    boolean running() {
        return process != null && process.isAlive();
    }

    long processId() {
        return process == null ? 0 : process.pid();
    }

    void stop() {
        pid.stop();
    }

    /** Ends the process and its children at once, as {@code kill -9} does, and waits until they are gone. */
    void kill() {
        if (process != null) {
            var family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(member -> member.onExit().join());
        }
    }

    /** Asks the process to end, and waits until it has; refuses one that needs longer than the limit. */
    void terminate(Duration limit) {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(name + " did not end within " + limit + "\n" + endOfLog());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(name + " was not seen to its end", e);
            }
        }
    }

    private Process launch(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return launch(builder, BUSY_ATTEMPTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that was just unpacked is busy while a process forked in that moment still holds it open for writing. */
    private static Process launch(ProcessBuilder builder, int attempts) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            if (attempts == 0 || !String.valueOf(e.getMessage()).contains("Text file busy")) {
                throw e;
            }
            pause();
            return launch(builder, attempts - 1);
        }
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static boolean answered(Callable<Boolean> answers) {
        try {
            return answers.call();
        } catch (Exception e) {
            return false; // not yet
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
