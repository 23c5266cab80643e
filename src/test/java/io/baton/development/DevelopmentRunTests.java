package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentRunTests {

    @TempDir
    Path folder;

    @Test
    void refusesATakenPortBeforeItStartsAnything() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DevelopmentRun.start(
                            "--data=" + folder,
                            "--server.port=" + Ports.free(),
                            "--baton.postgresql.port=" + taken.getLocalPort()))
                    .isInstanceOf(DevelopmentRun.Refused.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", wanted for PostgreSQL, is taken")
                    .hasMessageContaining("--baton.postgresql.port=");
        }
        assertThat(folder.resolve("postgresql")).doesNotExist();
    }

    @Test
    void refusesADataFolderThatIsInUse() {
        try (var used = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> DevelopmentRun.start("--data=" + used.path()))
                    .isInstanceOf(DevelopmentRun.Refused.class)
                    .hasMessageContaining("is used by a Baton that is running");
        }
    }
}
