package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTests {

    @TempDir
    Path folder;

    @Test
    void readsTheHeapOfTheUsualCollector() {
        assertThat(ChildJvm.heapUsed("""
                4711:
                 garbage-first heap   total reserved 1048576K, committed 262144K, used 91234K [0x1, 0x2)
                  region size 1024K, 12 young (12288K), 3 survivors (3072K)
                 Metaspace       used 80000K, committed 81000K, reserved 1114112K
                  class space    used 9000K, committed 9100K, reserved 1048576K
                """)).isEqualTo(91_234L << 10);
    }

    @Test
    void addsTheGenerationsOfAnotherCollector() {
        assertThat(ChildJvm.heapUsed("""
                 def new generation   total 9792K, used 7000K [0x1, 0x2)
                 tenured generation   total 21888K, used 12000K [0x1, 0x2)
                """)).isEqualTo(19_000L << 10);
        assertThat(ChildJvm.heapUsed(" ZHeap           used 86M, capacity 512M, max capacity 1024M"))
                .isEqualTo(86L << 20);
    }

    @Test
    void refusesWhatTellsOfNoHeap() {
        assertThatThrownBy(() -> ChildJvm.heapUsed("4711: no such process")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void killsWhatItStarted() {
        var child = child();
        child.launch();
        assertThat(child.running()).isTrue();
        assertThat(child.usage().residentBytes()).isPositive();

        child.kill();

        assertThat(child.running()).isFalse();
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }

    @Test
    void comesBackAfterItWasAskedToEnd() {
        var child = child();
        child.launch();
        var first = child.pid();
        child.terminate();
        assertThat(child.running()).isFalse();

        child.launch();
        assertThat(child.running()).isTrue();
        assertThat(child.pid()).isNotEqualTo(first);

        child.stop();
        assertThat(child.running()).isFalse();
        assertThat(Files.exists(folder.resolve("sleeper.pid"))).isFalse();
    }

    private ChildJvm child() {
        var program = new ChildJvm.Program(
                "sleeper",
                Sleeper.class.getName(),
                System.getProperty("java.class.path"),
                List.of(),
                List.of(),
                Map.of());
        return new ChildJvm(program, folder, folder);
    }

    /** Does nothing until it is ended. */
    static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
