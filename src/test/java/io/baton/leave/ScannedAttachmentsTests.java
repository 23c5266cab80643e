package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import io.baton.leave.FakeClamd.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the scanner says decides whether a file is kept. */
@BatonTest
class ScannedAttachmentsTests {

    private static final byte[] PDF = "%PDF-1.7 a certificate".getBytes(StandardCharsets.UTF_8);
    private static final String OWNER = "kf021";

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private FakeClamd clamd;
    private Attachments attachments;

    @BeforeEach
    void begin(@Autowired CurrentActor current, @Autowired Leaves leaves, @Autowired Clock clock) throws IOException {
        clamd = new FakeClamd(Manner.PROPER);
        var scanner = new ScannerSettings(clamd.address(), Duration.ofSeconds(20)).scanner();
        attachments = new Attachments(jdbc, current, leaves, clock, scanner, transaction);
    }

    @AfterEach
    void end() throws IOException {
        clamd.close();
    }

    @Test
    void keepsWhatIsClean() {
        var before = stored();

        store(PDF);

        assertThat(stored()).isEqualTo(before + 1);
        assertThat(clamd.chunks()).containsExactly(PDF.length);
    }

    @Test
    void keepsNothingThatIsInfected() {
        var infected = new ByteArrayOutputStream();
        infected.writeBytes(PDF);
        infected.writeBytes(FakeClamd.EICAR);

        assertKeepsNothing(422, "file_infected", infected.toByteArray());
    }

    @Test
    void keepsNothingThatNobodyCouldLookInto() throws IOException {
        clamd.behave(Manner.CUT_IN_THE_ANSWER);
        assertKeepsNothing(503, "scanner_unavailable", PDF);
        clamd.close();
        assertKeepsNothing(503, "scanner_unavailable", PDF);
    }

    @Test
    void doesNotBotherTheScannerWithWhatIsRefusedAnyway() {
        assertKeepsNothing(422, "invalid", FakeClamd.EICAR);
        assertThat(clamd.chunks()).isEmpty();
    }

    private void assertKeepsNothing(int status, String code, byte[] content) {
        var before = stored();
        assertThatThrownBy(() -> store(content)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
        assertThat(stored()).isEqualTo(before);
    }

    private void store(byte[] content) {
        scope.run(LeaveWorld.agent(OWNER), () -> attachments.store("证明.pdf", content));
    }

    private int stored() {
        return scope.call(
                LeaveWorld.admin(),
                () -> transaction.execute(status -> jdbc.sql("select count(*) from leave_attachment where owner = ?")
                        .param(OWNER)
                        .query(Integer.class)
                        .single()));
    }
}
