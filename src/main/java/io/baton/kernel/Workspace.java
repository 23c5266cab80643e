package io.baton.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads models, rules and forms: from the workspace folder when there is one, so that a designer changes them without a
 * build, and else from the application itself.
 */
public final class Workspace {

    private final @Nullable Path folder;
    private final Map<String, Optional<String>> packaged = new ConcurrentHashMap<>();

    public Workspace(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The text of a file such as {@code rules/leave.drl}; refuses names that do not exist. */
    public String read(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no such file: " + name));
    }

    /** The text of a file, if there is one of that name. */
    public Optional<String> find(String name) {
        var file = folder == null ? null : folder.resolve(name);
        if (file != null && Files.isRegularFile(file)) {
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return packaged.computeIfAbsent(name, Workspace::readPackaged);
    }

    private static Optional<String> readPackaged(String name) {
        try (var stream = Workspace.class.getClassLoader().getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
