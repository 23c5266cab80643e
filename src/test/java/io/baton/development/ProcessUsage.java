package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the operating system says a process uses: resident memory in bytes, and processor time since its start. */
public record ProcessUsage(long residentBytes, Duration processor) {

    private static final long TICKS_PER_SECOND = 100;
    private static final int USER = 11;

    /** Refuses a process that does not run, and a system without {@code /proc}. */
    public static ProcessUsage of(long pid) {
        var folder = Path.of("/proc", Long.toString(pid));
        try {
            var resident = Files.readAllLines(folder.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
            return new ProcessUsage(resident, processor(Files.readString(folder.resolve("stat"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's name in the second field may hold anything; what counts comes after it. */
    private static Duration processor(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]);
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }
}
