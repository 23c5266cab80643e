package io.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolverChain;

class DeskFilesTests {

    @TempDir
    Path root;

    private Path desk;

    @BeforeEach
    void build() throws IOException {
        desk = Files.createDirectories(root.resolve("desk"));
        Files.writeString(desk.resolve("index.html"), "the desk");
        Files.writeString(desk.resolve("baton.svg"), "the mark");
    }

    @Test
    void givesAFileThatIsThere() throws IOException {
        assertThat(textAt("baton.svg")).isEqualTo("the mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "leave/0195f0a0-0000-7000-8000-000000000001", "audit/leave/1", "no/such/page"})
    void givesTheDeskForAPageInsideIt(String path) throws IOException {
        assertThat(textAt(path)).isEqualTo("the desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets/old-4711.js", "logo.png"})
    void doesNotPassAPageOffAsAMissingFile(String path) throws IOException {
        assertThat(textAt(path)).isNull();
    }

    private @Nullable String textAt(String path) throws IOException {
        var found = new DeskFiles().resolveResource(null, path, locations(), end());
        return found == null
                ? null
                : new String(found.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Resource> locations() {
        return List.of(new FileSystemResource(desk + "/"));
    }

    private static ResourceResolverChain end() {
        return new ResourceResolverChain() {
            @Override
            public @Nullable Resource resolveResource(
                    jakarta.servlet.http.@Nullable HttpServletRequest request,
                    String path,
                    List<? extends Resource> locations) {
                return null;
            }

            @Override
            public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations) {
                return null;
            }
        };
    }
}
