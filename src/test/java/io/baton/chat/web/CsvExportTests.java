package io.baton.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.chat.Conversation;
import io.baton.chat.ExportRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTests {

    @Test
    void writesATableThatSpreadsheetsOpenInTheRightEncoding() throws IOException {
        var text = csv(row("李女士", "退票, \"急\"\n请处理"));
        assertThat(text).startsWith("\uFEFFNUMBER,CUSTOMER,");
        var records = CSVFormat.EXCEL.parse(new StringReader(text.substring(1))).getRecords();
        assertThat(records).hasSize(2);
        var record = records.get(1);
        assertThat(record.get(0)).isEqualTo("C-20261125-000001");
        assertThat(record.get(1)).isEqualTo("李女士");
        assertThat(record.get(3)).isEqualTo("退票, \"急\"\n请处理");
        assertThat(record.get(6)).isEqualTo("name of kf001");
        assertThat(record.get(8)).isEqualTo("2026-11-25T11:40:00+08:00");
        assertThat(record.get(9)).isEmpty();
        assertThat(record.get(11)).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil\")",
                "+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\u3000=1",
                "＝1",
                "＠x",
                "\n",
                "\t"
            })
    void letsNoTextBecomeAFormula(String text) {
        assertThat(CsvExport.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"退票", "a=b", "1-1", " ", "", "'=1", "😀=1"})
    void leavesEverythingElseAsItIs(String text) {
        assertThat(CsvExport.harmless(text)).isEqualTo(text);
    }

    @Test
    void neutralizesWhatCustomersWrite() throws IOException {
        var text = csv(row("=1+1", "@SUM(A1)"));
        assertThat(text).contains(",'=1+1,").contains(",'@SUM(A1),");
    }

    private static String csv(ExportRow row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var export = new CsvExport(
                bytes,
                ZoneId.of("Asia/Shanghai"),
                heading -> heading.toUpperCase(java.util.Locale.ROOT),
                agent -> "name of " + agent)) {
            export.write(row);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ExportRow row(String customer, @Nullable String subject) {
        return new ExportRow(
                UUID.randomUUID(),
                "C-20261125-000001",
                customer,
                null,
                subject,
                "refund",
                Conversation.State.OPEN,
                "kf001",
                "ticketing",
                Instant.parse("2026-11-25T03:40:00.123Z"),
                null,
                null,
                7,
                null,
                null);
    }
}
