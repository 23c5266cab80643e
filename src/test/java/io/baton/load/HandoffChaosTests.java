package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.baton.development.Nodes;
import io.baton.development.SharedServices;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The short form of the load kit's chaos: whatever agents and customers do while Redis is flushed and a node is killed, no
 * invariant breaks and every request that was acknowledged comes to an end. How quickly is for the load kit to say.
 */
class HandoffChaosTests {

    /** Longer than it takes any safety net to find what a node left behind. */
    private static final String SIZE =
            "--once=true --handoffs=150 --customers=30 --seed=6 --patience=25000 --heap=1g --out=target/chaos "
                    + "--jvm=" + String.join(",", Nodes.QUICK_START) + " --keycloak=";

    @TestFactory
    Stream<DynamicTest> loseNothingWhateverBreaks() throws Exception {
        var report = new Report("chaos");
        try (var bench =
                new Bench(new Options(SIZE + SharedServices.all().keycloak().address()), report, System.out)) {
            new ChaosScenario().run(bench);
        }
        report.write(Path.of("target/chaos"));
        var promises =
                report.rows().stream().filter(row -> row.bar().startsWith("0 ")).toList();
        assertThat(promises).isNotEmpty();
        return promises.stream()
                .map(row -> dynamicTest(
                        row.what(),
                        () -> assertThat(row.verdict()).as(row.measured()).isEqualTo(Report.Verdict.YES)));
    }
}
