package io.baton.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as one page that needs nothing else. */
record ReportPage(
        Instant at, String command, Map<String, String> machine, List<Report.Row> rows, List<Report.Course> courses) {

    String html() {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Baton load report</title>
                <style>
                body { font: 14px/1.5 system-ui, sans-serif; max-width: 960px; margin: 2em auto; color: #222 }
                table { border-collapse: collapse; width: 100%% } td, th { border-bottom: 1px solid #ddd; padding: .3em .6em; text-align: left; vertical-align: top }
                .YES { color: #174 } .NO { color: #b00; font-weight: bold } svg { width: 100%%; font-size: 10px } h2 { margin-top: 2em }
                </style>
                <h1>Baton load report</h1>
                <p>%s · <code>%s</code></p>
                <table>%s</table>
                <h2>Bars</h2>
                <table><tr><th>what<th>bar<th>measured<th>reference<th>ok</tr>%s</table>
                %s
                </html>
                """.formatted(
                        at,
                        Plot.escape(command),
                        machine.entrySet().stream()
                                .map(fact -> "<tr><th>" + Plot.escape(fact.getKey()) + "<td>"
                                        + Plot.escape(fact.getValue()) + "</tr>")
                                .collect(Collectors.joining()),
                        rows.stream().map(ReportPage::line).collect(Collectors.joining()),
                        courses.stream().map(ReportPage::section).collect(Collectors.joining()));
    }

    private static String line(Report.Row row) {
        return "<tr><td>" + Plot.escape(row.what()) + "<td>" + Plot.escape(row.bar()) + "<td>"
                + Plot.escape(row.measured()) + "<td>" + Plot.escape(row.reference()) + "<td class=\"" + row.verdict()
                + "\">"
                + switch (row.verdict()) {
                    case YES -> "yes";
                    case NO -> "no";
                    case NONE -> "–";
                }
                + "</tr>";
    }

    private static String section(Report.Course course) {
        return "<h2>" + Plot.escape(course.title()) + "</h2>"
                + Plot.latency(course).svg()
                + Plot.rate(course).svg();
    }
}
