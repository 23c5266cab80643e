package io.baton.leave;

import static io.baton.leave.FakeClamd.EICAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Problem;
import io.baton.leave.FakeClamd.Manner;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner's protocol over a real connection. */
class ClamdTests {

    private static final int CHUNK = 64 * 1024;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void passesWhatIsClean() throws IOException {
        try (var clamd = new FakeClamd(Manner.PROPER)) {
            assertThatNoException().isThrownBy(() -> scanner(clamd, LONG).check(new byte[2 * CHUNK + 5]));

            assertThat(clamd.chunks()).containsExactly(CHUNK, CHUNK, 5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, CHUNK - 20, CHUNK, 3 * CHUNK - 1})
    void refusesWhatIsInfectedAlsoAcrossChunks(int at) throws IOException {
        var content = new byte[at + EICAR.length];
        System.arraycopy(EICAR, 0, content, at, EICAR.length);
        try (var clamd = new FakeClamd(Manner.PROPER)) {
            assertRefused(422, "file_infected", scanner(clamd, LONG), content);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"GARBAGE", "ENDLESS", "CUT_AT_ONCE", "CUT_IN_THE_ANSWER", "TOO_LARGE"})
    void takesNothingButAClearAnswerForOne(Manner manner) throws IOException {
        try (var clamd = new FakeClamd(manner)) {
            assertRefused(503, "scanner_unavailable", scanner(clamd, LONG), EICAR);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"SILENT", "DEAF"})
    void doesNotWaitForEver(Manner manner) throws IOException {
        // More than the buffers of a connection take, so that a deaf scanner stops the writing.
        var large = new byte[Attachments.MOST_BYTES];
        try (var clamd = new FakeClamd(manner)) {
            assertRefused(503, "scanner_unavailable", scanner(clamd, SHORT), large);
        }
    }

    @Test
    void saysWhenNobodyIsThere() throws IOException {
        String address;
        try (var gone = new FakeClamd(Manner.PROPER)) {
            address = gone.address();
        }
        assertRefused(503, "scanner_unavailable", new ScannerSettings(address, LONG).scanner(), EICAR);
        assertRefused(
                503, "scanner_unavailable", new ScannerSettings("no.such.host.invalid:3310", LONG).scanner(), EICAR);
    }

    @Test
    void looksIntoManyFilesAtOnce() throws Exception {
        try (var clamd = new FakeClamd(Manner.PROPER);
                var threads = Executors.newFixedThreadPool(8)) {
            var scanner = scanner(clamd, LONG);
            var answers = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        if (i % 2 == 0) {
                            scanner.check(new byte[1000 + i]);
                        } else {
                            assertRefused(422, "file_infected", scanner, EICAR);
                        }
                        return true;
                    })
                    .toList());

            assertThat(answers)
                    .hasSize(40)
                    .allSatisfy(answer -> assertThat(answer.get()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:", ":3310", "clamd:port", "http://clamd:3310/x"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> new ScannerSettings(address, LONG)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesEverythingWithoutAScanner() {
        assertThatNoException()
                .isThrownBy(() -> new ScannerSettings("", LONG).scanner().check(EICAR));
        assertThatThrownBy(() -> new ScannerSettings("", Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ScannerSettings("[::1]:3310", LONG).scanner()).isInstanceOf(Clamd.class);
    }

    private static VirusScanner scanner(FakeClamd clamd, Duration patience) {
        return new ScannerSettings(clamd.address(), patience).scanner();
    }

    private static void assertRefused(int status, String code, VirusScanner scanner, byte[] content) {
        assertThatThrownBy(() -> scanner.check(content)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
