package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Remembers a child process, so that the next start finds it after a hard kill and never mistakes another for it. */
record PidFile(Path path) {

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);
    private static final long PATIENCE_SECONDS = 15;

    /** Notes a process that was just started; what it runs is not settled yet, so its start time has to do. */
    void begin(ProcessHandle process) {
        write(process, "");
    }

    /** Notes a process that runs its program. */
    void settle(ProcessHandle process) {
        write(process, command(process));
    }

    private void write(ProcessHandle process, String command) {
        try {
            Files.write(path, List.of(Long.toString(process.pid()), started(process), command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The remembered process when it still runs: same id, same start time, same program. */
    Optional<ProcessHandle> running() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(path);
            return lines.size() < 3
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0)))
                            .filter(ProcessHandle::isAlive)
                            .filter(process ->
                                    lines.get(2).isEmpty() || command(process).equals(lines.get(2)))
                            .filter(process -> sameTime(started(process), lines.get(1)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Stops the remembered process, if it runs, and forgets it; says whether there was one. */
    boolean stop() {
        var process = running();
        process.ifPresent(PidFile::stop);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return process.isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (Exception e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String command(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    private static boolean sameTime(String one, String other) {
        return one.equals(other)
                || (!one.isEmpty()
                        && !other.isEmpty()
                        && Duration.between(Instant.parse(one), Instant.parse(other))
                                        .abs()
                                        .compareTo(CLOCK_SLACK)
                                < 0);
    }
}
