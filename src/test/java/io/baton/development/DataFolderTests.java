package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path folder;

    private Process sleeper;

    @BeforeEach
    void startsAProcess() throws Exception {
        sleeper = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void endsTheProcess() {
        sleeper.destroyForcibly();
    }

    @Test
    void stopsAProcessThatAKilledRunLeftBehind() {
        new PidFile(folder.resolve("keycloak.pid")).settle(sleeper.toHandle());
        try (var claimed = DataFolder.claim(folder)) {
            assertThat(claimed.stopped()).isEqualTo(1);
            assertThat(sleeper.isAlive()).isFalse();
            assertThat(folder.resolve("keycloak.pid")).doesNotExist();
        }
    }

    @Test
    void stopsAProcessThatWasLeftWhileItStarted() {
        new PidFile(folder.resolve("keycloak.pid")).begin(sleeper.toHandle());
        try (var claimed = DataFolder.claim(folder)) {
            assertThat(claimed.stopped()).isEqualTo(1);
            assertThat(sleeper.isAlive()).isFalse();
        }
    }

    @Test
    void sparesAnotherProcessThatGotTheSameId() throws Exception {
        Files.writeString(
                folder.resolve("redis.pid"), sleeper.pid() + "\n2020-01-01T00:00:00Z\n/usr/bin/redis-server\n");
        try (var claimed = DataFolder.claim(folder)) {
            assertThat(claimed.stopped()).isZero();
            assertThat(sleeper.isAlive()).isTrue();
        }
    }

    @Test
    void sparesAnythingWhenThePidFileIsBroken() throws Exception {
        Files.writeString(folder.resolve("redis.pid"), "not a number\n\n\n");
        try (var claimed = DataFolder.claim(folder)) {
            assertThat(claimed.stopped()).isZero();
        }
    }

    @Test
    void refusesAFolderThatIsHeld() {
        try (var held = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> DataFolder.claim(held.path()))
                    .hasMessageContaining("is used by a Baton that is running")
                    .hasMessageContaining("--data=");
        }
    }

    @Test
    void canBeClaimedAgainAfterItWasGivenBack() {
        DataFolder.claim(folder).close();
        DataFolder.claim(folder).close();
        assertThat(folder).exists();
    }

    @Test
    void emptiesEverythingOnReset() throws Exception {
        try (var claimed = DataFolder.claim(folder)) {
            Files.createDirectories(folder.resolve("postgresql/base"));
            Files.writeString(folder.resolve("postgresql/base/1"), "row");
            claimed.empty();
            assertThat(folder.resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void deletesWhatDeadTestRunsLeftAndSparesLivingOnes() throws Exception {
        var dead = Files.createDirectories(folder.resolve("run-dead/redis"));
        try (var living = DataFolder.fresh(folder);
                var fresh = DataFolder.fresh(folder)) {
            assertThat(dead).doesNotExist();
            assertThat(living.path()).exists();
            assertThat(fresh.path()).isNotEqualTo(living.path());
        }
    }
}
