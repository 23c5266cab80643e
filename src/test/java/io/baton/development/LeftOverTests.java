package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hard kill leaves: servers that run on, a lock that the system gave back, pid files. */
class LeftOverTests {

    @TempDir
    Path folder;

    private final Settings settings = Settings.free();
    private final Progress progress = new Progress(System.out);

    @Test
    void stopsTheServersOfAKilledRunAndKeepsItsData() {
        var killed = DataFolder.claim(folder);
        var first = new DevelopmentServices(killed, settings);
        first.start(progress, first.postgresql(), first.redis());
        first.postgresql().createDatabase("kept");
        var left = ProcessHandle.of(first.postgresql().processId()).orElseThrow();
        killed.close();

        try (var claimed = DataFolder.claim(folder);
                var second = new DevelopmentServices(claimed, settings)) {
            assertThat(claimed.stopped()).isEqualTo(2);
            assertThat(left.isAlive()).isFalse();
            second.start(progress, second.postgresql(), second.redis());
            assertThat(second.postgresql().ask("select count(*) from pg_database where datname = 'kept'"))
                    .isEqualTo("1");
        }
    }
}
