package io.baton.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Keycloak's database with the realm and the demo people in it, imported once for each state of those files and then copied. */
final class KeycloakSeed {

    private static final String FILE = "keycloak.mv.db";
    private static final String ORIGIN = "seed";

    private final KeycloakHome home;
    private final String realm;
    private final String name;

    KeycloakSeed(KeycloakHome home) {
        this.home = home;
        this.realm = DemoRealm.json();
        this.name = "keycloak-seed-" + digest(realm + home.path().getFileName());
    }

    /** The options by which the server finds a database. */
    static List<String> options(Path folder) {
        return List.of("--db-url=jdbc:h2:file:" + folder.resolve("keycloak").toAbsolutePath()
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    /** Copies the imported database into a folder that has none, or one of another realm. */
    void plant(Path folder, ServiceProcess process) {
        try {
            Files.createDirectories(folder);
            var origin = folder.resolve(ORIGIN);
            if (Files.exists(origin) && Files.readString(origin).equals(name)) {
                return;
            }
            var seed = home.path().resolveSibling(name);
            if (!Files.exists(seed)) {
                grow(seed, process);
            }
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            Files.copy(seed.resolve(FILE), folder.resolve(FILE));
            Files.writeString(origin, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void grow(Path seed, ServiceProcess process) throws IOException {
        var growing = Files.createTempDirectory(seed.getParent(), "growing-");
        Files.writeString(Files.createDirectory(growing.resolve("import")).resolve("baton-realm.json"), realm);
        var arguments =
                new java.util.ArrayList<>(List.of("import", "--optimized", "--dir=" + growing.resolve("import")));
        arguments.addAll(options(growing));
        process.run(home.command(arguments), DemoRealm.ENVIRONMENT);
        Files.move(growing, seed);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
