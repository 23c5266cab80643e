package io.baton.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found: a table of bars, the facts behind it, and the course of each measurement. */
final class Report {

    private final Instant at = Instant.now();
    private final String command;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Course> courses = new ArrayList<>();
    private boolean failed;
    private Map<String, String> machine = Machine.alone();

    /** Whether a bar was reached; NONE where there is no bar. */
    enum Verdict {
        YES,
        NO,
        NONE;

        static Verdict of(boolean reached) {
            return reached ? YES : NO;
        }
    }

    /** One line of the table. */
    record Row(String what, String bar, String measured, String reference, Verdict verdict) {}

    /** How a measurement went, second by second. */
    record Course(String title, List<Meter.Second> seconds, List<Meter.Mark> marks) {}

    Report(String command) {
        this.command = command;
    }

    void machine(Map<String, String> facts) {
        machine = facts;
    }

    void row(Row row) {
        rows.add(row);
    }

    void fact(String name, Object value) {
        facts.put(name, value);
    }

    void course(String title, Meter meter) {
        courses.add(new Course(title, meter.course(), meter.marks()));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** A scenario could not be run to its end, or a promise was broken; a missed bar alone is no failure of the run. */
    void fail(Row row) {
        failed = true;
        row(row);
    }

    boolean failed() {
        return failed;
    }

    void print(PrintStream out) {
        out.println();
        machine.forEach((name, value) -> out.printf("  %-20s %s%n", name, value));
        out.println();
        out.print(new TextTable(rows));
    }

    /** Writes {@code report.json} and {@code report.html} into a folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var all = new LinkedHashMap<String, Object>();
        all.put("at", at.toString());
        all.put("command", command);
        all.put("machine", machine);
        all.put("rows", rows);
        all.put("facts", facts);
        all.put("courses", courses);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("report.json").toFile(), all);
        Files.writeString(folder.resolve("report.html"), new ReportPage(at, command, machine, rows, courses).html());
    }
}
