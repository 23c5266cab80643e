package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.rota.ShiftType;
import io.baton.rota.Slot;
import io.baton.sheet.CsvSheet;
import io.baton.sheet.Grid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets write them, the good ones and the bad ones. */
class PlanSheetTests {

    private static final ShiftType EARLY = type("early", "早班", "Early");
    private static final ShiftType NIGHT = type("night", "夜班", "Night");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Set<String> PEOPLE = Set.of("kf001", "kf002", "+kf003", "1001");

    private static final String TABLE = """
            agentId,name,2026-11-23,2026-11-24
            kf001,王小明,early,early+night
            kf002,,,night
            """;

    private static final List<Slot> SLOTS = List.of(
            new Slot("kf001", MONDAY, EARLY.id()),
            new Slot("kf001", MONDAY.plusDays(1), EARLY.id()),
            new Slot("kf001", MONDAY.plusDays(1), NIGHT.id()),
            new Slot("kf002", MONDAY.plusDays(1), NIGHT.id()));

    @Test
    void readsAPersonALineAndADateAColumn() throws Exception {
        var reading = read(TABLE);

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.slots()).isEqualTo(SLOTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void readsTheCharactersOfEverySpreadsheet(String charset) throws Exception {
        var text = TABLE.replace("agentId,name", "工号,姓名").replace("early+night", "早班\n夜班".replace("\n", "+"));
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";

        var reading = read((mark + text).getBytes(Charset.forName(charset)));

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.slots()).isEqualTo(SLOTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void readsCellsThatStandApartByOtherSigns(String sign) throws Exception {
        var marked = "\uFEFF" + TABLE.replace(",", sign).replace("\n", "\r\n");

        assertThat(read(marked).slots()).isEqualTo(SLOTS);
        assertThat(read(marked).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/11/23", "2026/11/23 ", "2026.11.23", "2026年11月23日", "'2026-11-23"})
    void readsDatesAsPeopleWriteThem(String date) throws Exception {
        assertThat(read("agentId," + date + "\nkf001,early\n").slots())
                .containsExactly(new Slot("kf001", MONDAY, EARLY.id()));
    }

    @Test
    void takesEmptyCellsAndLinesForDaysOff() throws Exception {
        var reading = read("agentId,2026-11-23\nkf001,off\n\n,\nkf002,休\n");

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.slots()).isEmpty();
    }

    @Test
    void namesEveryCellThatIsWrong() throws Exception {
        var reading = read("""
                agentId,name,2026-11-23,23.11.,2026-02-30,2026-11-23
                kf001,x,early,early,,,early
                nobody,x,dance
                kf001,x,early+dance
                """);

        assertThat(reading.mistakes())
                .extracting(PlanSheet.Mistake::line, PlanSheet.Mistake::column, PlanSheet.Mistake::code)
                .containsExactly(
                        tuple(1, 4, "date"),
                        tuple(1, 5, "date"),
                        tuple(1, 6, "dateTwice"),
                        tuple(2, 7, "beyond"),
                        tuple(3, 1, "person"),
                        tuple(3, 3, "shift"),
                        tuple(4, 1, "twice"),
                        tuple(4, 3, "shift"));
    }

    @ParameterizedTest
    @CsvSource({"'', head", "'name,2026-11-23', head", "'agentId,name', noDates", "'agentId,2026-11-23', empty"})
    void refusesTablesWithoutAHeadOrPeople(String text, String code) throws Exception {
        assertThat(read(text).mistakes()).extracting(PlanSheet.Mistake::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"'agentId,\"2026-11-23', quotes", "'a\0b', charset"})
    void refusesTextThatIsNoTable(String text, String code) {
        refuses(text.getBytes(StandardCharsets.UTF_8), code);
    }

    @Test
    void refusesMoreThanARotaHas() {
        refuses("a\n".repeat(Grid.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8), "rows");
        refuses(",".repeat(Grid.MOST_COLUMNS).getBytes(StandardCharsets.UTF_8), "columns");
        refuses(new byte[] {(byte) 0x81, (byte) 0xFF, 0x30}, "charset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", " =1", "\t=1", "＝1"})
    void writesNoFormula(String text) {
        assertThat(Grid.harmless(text)).isEqualTo("'" + text);
        assertThat(Grid.plain(Grid.harmless(text))).isEqualTo(text.strip());
        assertThat(new String(CsvSheet.write(List.of(List.of(text))), StandardCharsets.UTF_8))
                .contains("'");
    }

    @Test
    void readsWhatItWrites() throws Exception {
        var rows = PlanSheet.write(
                List.of("agentId", "name"),
                Map.of("+kf003", "=HYPERLINK(\"x\")"),
                List.of(MONDAY, MONDAY.plusDays(1)),
                Map.of(new Slot("+kf003", MONDAY, EARLY.id()), "early"));
        var wanted = List.of(new Slot("+kf003", MONDAY, EARLY.id()));

        var csv = CsvSheet.write(rows);
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .startsWith("\uFEFFagentId")
                .contains("'=HYPERLINK");
        assertThat(read(csv).slots()).isEqualTo(wanted);
        var xlsx = XlsxSheet.write(rows);
        assertThat(XlsxSheet.is(xlsx)).isTrue();
        assertThat(read(xlsx).slots()).isEqualTo(wanted);
        assertThat(read(xlsx).mistakes()).isEmpty();
    }

    @Test
    void readsDatesOfAWorkbookAndRefusesItsFormulas() throws Exception {
        var output = new ByteArrayOutputStream();
        try (var workbook = new Workbook(output, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("x");
            sheet.value(0, 0, "agentId");
            sheet.value(0, 1, MONDAY);
            sheet.style(0, 1).format("yyyy-mm-dd").set();
            sheet.value(2, 0, "kf001");
            sheet.value(2, 1, "early");
            sheet.value(3, 0, 1001);
            sheet.formula(3, 1, "1+1");
        }

        var reading = read(output.toByteArray());

        assertThat(reading.slots()).containsExactly(new Slot("kf001", MONDAY, EARLY.id()));
        assertThat(reading.mistakes()).containsExactly(new PlanSheet.Mistake(4, 2, "formula", "="));
    }

    @Test
    void opensNoBomb() throws Exception {
        refuses(zip(Map.of("xl/worksheets/sheet1.xml", 41_000_000)), "bomb");
        refuses(zip(IntStream.range(0, 501).boxed().collect(Collectors.toMap(i -> "e" + i, i -> 1))), "bomb");
        refuses(zip(Map.of("hello.txt", 10)), "workbook");
        refuses("PK\3\4 and no more".getBytes(StandardCharsets.UTF_8), "workbook");
    }

    @Test
    void followsNoEntityOfAWorkbook() throws Exception {
        var rows = List.of(List.of("agentId", "2026-11-23"), List.of("kf001", "SECRET"));
        var laughing = replace(XlsxSheet.write(rows), "SECRET", "&a;");

        try {
            var reading = read(laughing);
            assertThat(reading.mistakes()).isNotEmpty();
            assertThat(reading.toString()).doesNotContain("root:");
        } catch (Grid.Unreadable refused) {
            assertThat(refused.code()).isEqualTo("workbook");
        }
    }

    private static void refuses(byte[] content, String code) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        Grid.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo(code));
    }

    private static PlanSheet.Reading read(String text) throws Grid.Unreadable {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PlanSheet.Reading read(byte[] content) throws Grid.Unreadable {
        var grid = XlsxSheet.is(content) ? XlsxSheet.read(content) : CsvSheet.read(content);
        return PlanSheet.read(grid, PEOPLE, List.of(EARLY, NIGHT));
    }

    private static byte[] zip(Map<String, Integer> sizes) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(output)) {
            for (var entry : sizes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(new byte[entry.getValue()]);
            }
        }
        return output.toByteArray();
    }

    /** The same workbook, with a document type that names an outside file. */
    private static byte[] replace(byte[] workbook, String text, String by) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var from = ZipFile.builder().setByteArray(workbook).get();
                var to = new ZipOutputStream(output)) {
            for (var entry : Collections.list(from.getEntries())) {
                var content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (content.contains(text)) {
                    content = content.replace(text, by)
                            .replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return output.toByteArray();
    }

    private static ShiftType type(String code, String zh, String en) {
        return new ShiftType(
                UUID.randomUUID(), code, zh, en, "#000000", LocalTime.of(6, 0), LocalTime.of(14, 0), List.of());
    }
}
