package io.baton.development;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once; as root they run in a user namespace, for PostgreSQL refuses root. */
record PostgresqlBinaries(Path folder) {

    static PostgresqlBinaries unpack(Path services) {
        var folder = services.resolve("postgresql");
        if (!Files.exists(folder)) {
            try {
                Files.createDirectories(services);
                var unpacked = Files.createTempDirectory(services, "postgresql-");
                extract(unpacked);
                move(unpacked, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PostgresqlBinaries(folder);
    }

    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root") && LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void extract(Path target) throws IOException {
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine());
                var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                write(archive, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(archive, file);
            if (file.resolveSibling("").endsWith("bin") && !file.toFile().setExecutable(true, false)) {
                throw new IOException("Cannot make " + file + " executable");
            }
        }
    }

    /** Another start may have been faster: then its folder stays. */
    private static void move(Path unpacked, Path folder) throws IOException {
        try {
            // Readable for the user namespace that is nobody's.
            unpacked.toFile().setReadable(true, false);
            unpacked.toFile().setExecutable(true, false);
            Files.move(unpacked, folder);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(unpacked);
            if (!Files.exists(folder)) {
                throw e;
            }
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? "Windows" : name.contains("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        var machine = System.getProperty("os.arch");
        return machine.equals("amd64") ? "x86_64" : machine;
    }
}
