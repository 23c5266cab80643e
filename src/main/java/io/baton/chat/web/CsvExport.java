package io.baton.chat.web;

import io.baton.chat.ExportRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Conversations as a table for spreadsheets: UTF-8 with a byte order mark, times in the company's zone. What a customer
 * wrote is never a formula: such a cell begins with an apostrophe.
 */
final class CsvExport implements ExportFormat.Writer {

    static final List<String> COLUMNS = List.of(
            "number",
            "customer",
            "externalId",
            "subject",
            "category",
            "state",
            "agent",
            "department",
            "openedAt",
            "closedAt",
            "closeReason",
            "messages",
            "rating",
            "ratingComment");

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;
    private final ZoneId zone;
    private final UnaryOperator<String> agents;
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param headings what stands above a column
     * @param agents the name of an agent
     */
    CsvExport(OutputStream output, ZoneId zone, UnaryOperator<String> headings, UnaryOperator<String> agents)
            throws IOException {
        var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.printer = new CSVPrinter(text, CSVFormat.EXCEL);
        this.zone = zone;
        this.agents = agents;
        printer.printRecord(COLUMNS.stream().map(headings));
    }

    @Override
    public void write(ExportRow row) throws IOException {
        var agent = row.agent();
        printer.printRecord(
                row.number(),
                harmless(row.customer()),
                harmless(row.externalId()),
                harmless(row.subject()),
                harmless(row.category()),
                row.state(),
                agent == null ? null : harmless(known.computeIfAbsent(agent, agents)),
                row.department(),
                time(row.openedAt()),
                time(row.closedAt()),
                harmless(row.closeReason()),
                row.messages(),
                row.rating(),
                harmless(row.ratingComment()));
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    /** Spaces in front do not keep a spreadsheet from seeing a formula. */
    static @Nullable String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        var visible = text.stripLeading();
        var dangerous =
                FORMULA.indexOf(text.charAt(0)) >= 0 || (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0);
        return dangerous ? "'" + text : text;
    }

    private @Nullable String time(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
