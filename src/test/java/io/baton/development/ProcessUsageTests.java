package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ProcessUsageTests {

    @Test
    void tellsWhatThisProcessUses() {
        var usage = ProcessUsage.of(ProcessHandle.current().pid());

        assertThat(usage.residentBytes()).isGreaterThan(20L << 20);
        assertThat(usage.processor()).isPositive();
    }

    @Test
    void refusesAProcessThatDoesNotRun() {
        assertThatThrownBy(() -> ProcessUsage.of(Integer.MAX_VALUE)).isInstanceOf(UncheckedIOException.class);
    }
}
