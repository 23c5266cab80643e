package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A folder for the services' data that one process holds at a time; claiming it stops what a killed holder left running. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "baton.lock";

    private final Path path;
    private final FileLock lock;
    private final int stopped;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
        this.stopped = stopLeftOvers(path);
    }

    /** Claims a folder, or refuses when a living process holds it. */
    static DataFolder claim(Path path) {
        var lock = lock(path);
        if (lock == null) {
            throw new IllegalStateException("The data folder " + path + " is used by a Baton that is running. Stop it,"
                    + " or choose another folder with --data=…");
        }
        return new DataFolder(path, lock);
    }

    /** Claims a new folder below a parent, and deletes the folders that dead processes left there. */
    static DataFolder fresh(Path parent) {
        try {
            Files.createDirectories(parent);
            try (var siblings = Files.list(parent)) {
                siblings.filter(Files::isDirectory).forEach(DataFolder::deleteWhenDead);
            }
            return claim(Files.createTempDirectory(parent, "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** How many processes of an earlier holder were still running. */
    int stopped() {
        return stopped;
    }

    /** Deletes everything but the claim. */
    void empty() {
        try (var entries = Files.list(path)) {
            entries.filter(entry -> !entry.endsWith(LOCK)).forEach(DataFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var channel = lock.channel()) {
            if (lock.isValid()) {
                lock.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteWhenDead(Path folder) {
        var lock = lock(folder);
        if (lock != null) {
            try (var dead = new DataFolder(folder, lock)) {
                dead.empty();
            }
            delete(folder);
        }
    }

    /** The system gives the lock back when its holder dies, however it dies. */
    private static @Nullable FileLock lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static int stopLeftOvers(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> new PidFile(file).stop())
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
