package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.baton.development.Nodes;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two nodes in processes of their own, with a PostgreSQL and a Redis of their own: whatever is killed below running chats,
 * every acknowledged message is found exactly once and in order.
 */
class TwoNodesTests {

    private static final String SIZE = "quick --pairs=48 --rate=150 --seconds=12 --out=target/two-nodes --jvm="
            + String.join(",", Nodes.QUICK_START);

    @TestFactory
    Stream<DynamicTest> keepTheirPromisesWhateverBreaks() throws Exception {
        var report = new Report("two nodes");
        try (var bench = new Bench(new Options(SIZE), report, System.out)) {
            new FaultsScenario().run(bench);
        }
        report.write(Path.of("target/two-nodes"));
        assertThat(report.rows()).hasSizeGreaterThanOrEqualTo(8);
        return report.rows().stream()
                .map(row -> dynamicTest(
                        row.what(),
                        () -> assertThat(row.verdict()).as(row.measured()).isEqualTo(Report.Verdict.YES)));
    }
}
