package io.baton.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Tables as CSV. Written in UTF-8 with a byte order mark; read in what spreadsheets write: UTF-8, UTF-16 with a mark or
 * GB 18030, and cells apart by comma, semicolon or tabulator.
 */
public final class CsvSheet {

    private static final String MARK = "\uFEFF";
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private CsvSheet() {}

    public static byte[] write(List<List<String>> rows) {
        var text = new StringWriter().append(MARK);
        try (var printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            for (var row : rows) {
                printer.printRecord(row.stream().map(Grid::harmless));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static Grid read(byte[] content) throws Grid.Unreadable {
        var text = text(content);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        var rows = new Grid.Collector();
        try (var parser = format.parse(new StringReader(text))) {
            for (var row : parser) {
                rows.add(row.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException damaged) {
            throw new Grid.Unreadable("quotes");
        }
        return rows.grid();
    }

    private static String text(byte[] content) throws Grid.Unreadable {
        var charset = marked(content);
        for (var each : charset == null ? List.of(StandardCharsets.UTF_8, CHINESE) : List.of(charset)) {
            try {
                var text = each.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                if (text.indexOf('\0') < 0) {
                    return text.startsWith(MARK) ? text.substring(1) : text;
                }
            } catch (CharacterCodingException another) {
                continue;
            }
        }
        throw new Grid.Unreadable("charset");
    }

    private static @Nullable Charset marked(byte[] content) {
        return Map.of(
                        StandardCharsets.UTF_8, new int[] {0xEF, 0xBB, 0xBF},
                        StandardCharsets.UTF_16LE, new int[] {0xFF, 0xFE},
                        StandardCharsets.UTF_16BE, new int[] {0xFE, 0xFF})
                .entrySet()
                .stream()
                .filter(mark -> startsWith(content, mark.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The one that stands most often in the first line. */
    private static char delimiter(String text) {
        var first = text.lines().findFirst().orElse("");
        return Stream.of(DELIMITERS)
                .flatMap(List::stream)
                .max(Comparator.comparingLong(
                        each -> first.chars().filter(letter -> letter == each).count()))
                .orElse(',');
    }
}
