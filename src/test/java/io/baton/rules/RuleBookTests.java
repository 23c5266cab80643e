package io.baton.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Decision;
import io.baton.kernel.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTests {

    private static final String HEAD = """
            package rules.sample
            global io.baton.rules.Findings findings
            """;

    private static final String AWAY = HEAD + """
            rule "At most two may be away"
            when Integer(this > 2)
            then findings.block("too_many", "太多人", "too many", "limit", 2);
            end
            rule "Two away is tight"
            when Integer(this == 2)
            then findings.warn("tight", "人手紧张", "tight"); findings.score("kf001", "load", 7.5);
            end
            """;

    private static final String WEIGHED = HEAD + """
            import io.baton.rules.Weight
            rule "Who has time gets points"
                @weight(load)
            when
                Weight(name == "load", $points : points)
                $agent : String()
            then findings.score($agent, "load", $points);
            end
            """;

    @Test
    void explainsWhichRuleBlocked() {
        var findings = RuleBook.compile("sample", AWAY).fire(List.of(3));
        assertThat(findings.entries()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("At most two may be away");
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.reason().parameters()).containsEntry("limit", "2");
        });
        assertThat(findings.decision()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void warningsDoNotRefuseAndScoresNameTheirRule() {
        var findings = RuleBook.compile("sample", AWAY).fire(List.of(2));
        assertThat(findings.decision())
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.warnings()).hasSize(1));
        assertThat(findings.scores())
                .containsExactly(new Score("Two away is tight", "kf001", "load", BigDecimal.valueOf(7.5)));
    }

    @Test
    void saysNothingWhenNoRuleMatches() {
        assertThat(RuleBook.compile("sample", AWAY).fire(List.of(1)).entries()).isEmpty();
    }

    @Test
    void refusesABookThatDoesNotCompileAndSaysWhere() {
        assertThatThrownBy(() -> RuleBook.compile("sample", HEAD + "rule \"broken\" when Nothing() then end"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("rules/sample.drl");
    }

    @Test
    void servesManyThreadsWithoutMixingTheirFindings() throws Exception {
        var book = RuleBook.compile("sample", AWAY);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var firings = IntStream.range(0, 400)
                    .mapToObj(i -> pool.submit(
                            () -> book.fire(List.of(i % 4)).entries().size()))
                    .toList();
            for (int i = 0; i < firings.size(); i++) {
                assertThat(firings.get(i).get()).isEqualTo(i % 4 >= 2 ? 1 : 0);
            }
        }
    }

    @Test
    void takesUpChangedRulesAndKeepsTheOldOnesWhenTheNewDoNotCompile(@TempDir Path folder) throws IOException {
        var file = Files.createDirectories(folder.resolve("rules")).resolve("sample.drl");
        var books = new RuleBooks(new Workspace(folder));
        Files.writeString(file, AWAY);
        var first = books.open("sample");
        Files.writeString(file, AWAY.replace("this > 2", "this > 9"));
        assertThat(books.open("sample").version()).isNotEqualTo(first.version());
        assertThat(books.open("sample").fire(List.of(3)).entries()).isEmpty();
        Files.writeString(file, HEAD + "rule");
        assertThat(books.open("sample").fire(List.of(10)).entries()).hasSize(1);
    }

    @Test
    void takesUpChangedWeightsAndKeepsTheOldOnesWhenTheNewDoNotFit(@TempDir Path folder) throws IOException {
        var rules = Files.createDirectories(folder.resolve("rules"));
        var table = rules.resolve("sample-weights.csv");
        var books = new RuleBooks(new Workspace(folder));
        Files.writeString(rules.resolve("sample.drl"), WEIGHED);
        Files.writeString(table, "weight,points,meaning\nload,7.5,who has time\n");
        assertThat(points(books)).isEqualTo(7.5);
        Files.writeString(table, "weight,points\nload,8\n");
        assertThat(points(books)).isEqualTo(8);
        Files.writeString(table, "weight,points\nlaod,9\n");
        assertThat(points(books)).isEqualTo(8);
        Files.writeString(table, "weight,points\nload,9\n");
        assertThat(points(books)).isEqualTo(9);
        Files.writeString(rules.resolve("sample.drl"), WEIGHED.replace("load", "time"));
        assertThat(points(books)).isEqualTo(9);
        Files.writeString(table, "weight,points\ntime,10\n");
        assertThat(points(books)).isEqualTo(10);
    }

    private static double points(RuleBooks books) {
        return books.open("sample")
                .fire(List.of("kf001"))
                .scores()
                .getFirst()
                .points()
                .doubleValue();
    }

    @Test
    void readsTheTitlesAloud() {
        assertThat(RuleBook.compile("sample", AWAY).titles())
                .containsExactlyInAnyOrder("At most two may be away", "Two away is tight");
    }
}
