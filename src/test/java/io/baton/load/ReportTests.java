package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTests {

    private static final Report.Course COURSE = new Report.Course(
            "Latency & <more>",
            List.of(
                    new Meter.Second(1, 500, 0.9, 4, 20),
                    new Meter.Second(2, 0, 0, 0, 0),
                    new Meter.Second(3, 480, 1.1, 9, 70)),
            List.of(new Meter.Mark(1.5, "kill -9 of a \"node\"")));

    private final Report report = new Report("latency --rate=5");

    @Test
    void printsATableWhoseColumnsStandBelowEachOther() {
        report.row(new Row("p50", "≤ 1.5 ms", "1.21 ms", "", Verdict.YES));
        report.row(new Row("most messages", "≥ 3 ×", "0.5 ×", "4,640/s", Verdict.NO));

        var printed = new ByteArrayOutputStream();
        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("""
                | what          | bar      | measured | reference | ok  |
                | ------------- | -------- | -------- | --------- | --- |
                | p50           | ≤ 1.5 ms | 1.21 ms  |           | yes |
                | most messages | ≥ 3 ×    | 0.5 ×    | 4,640/s   | NO  |
                """);
    }

    @Test
    void failsForABrokenPromiseAndNotForAMissedBar() {
        report.row(new Row("p50", "≤ 1.5 ms", "9 ms", "", Verdict.NO));
        assertThat(report.failed()).isFalse();

        report.fail(new Row("promises", "0 lost", "1 lost", "", Verdict.NO));
        assertThat(report.failed()).isTrue();
    }

    @Test
    void writesJsonAndAPage(@TempDir Path folder) throws Exception {
        report.row(new Row("p50 <b>", "≤ 1.5 ms", "1.21 ms", "", Verdict.YES));
        report.fact("latency", new Latency(10, 1, 2, 3, 4));
        report.write(folder);

        var json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(json.at("/rows/0/measured").asText()).isEqualTo("1.21 ms");
        assertThat(json.at("/facts/latency/p99").asDouble()).isEqualTo(2);
        assertThat(json.at("/machine/cores").asInt()).isPositive();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("p50 &lt;b&gt;", "latency --rate=5")
                .doesNotContain("<b>");
    }

    @Test
    void drawsEveryLineAndEveryMark() throws Exception {
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Plot.latency(COURSE).svg())));

        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Latency & <more>");
        assertThat(svg.getElementsByTagName("g").item(0).getTextContent()).isEqualTo("kill -9 of a \"node\"");
        var points = svg.getElementsByTagName("polyline")
                .item(0)
                .getAttributes()
                .getNamedItem("points")
                .getTextContent()
                .strip();
        assertThat(points.split(" "))
                .as("a second without messages has no latency")
                .hasSize(2);
    }

    @Test
    void drawsTheRateWithItsPauses() {
        assertThat(Plot.rate(COURSE).svg()).contains("stroke=\"#36c\"").contains("messages/s");
    }
}
