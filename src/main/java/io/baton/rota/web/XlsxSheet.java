package io.baton.rota.web;

import io.baton.sheet.Grid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Tables as the first sheet of a workbook. What unpacks to more than {@value #MOST_UNPACKED} bytes is not opened. */
final class XlsxSheet {

    private static final int MOST_UNPACKED = 40_000_000;
    private static final int MOST_ENTRIES = 500;
    /** What a formula reads as; no shift is called so. */
    static final String FORMULA = "=";

    private XlsxSheet() {}

    static boolean is(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    static byte[] write(List<List<String>> rows) {
        var output = new ByteArrayOutputStream();
        try (var workbook = new Workbook(output, "Baton", "1.0")) {
            var sheet = workbook.newWorksheet("rota");
            for (int row = 0; row < rows.size(); row++) {
                var cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, Grid.harmless(cells.get(column)));
                }
            }
            sheet.freezePane(2, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return output.toByteArray();
    }

    static Grid read(byte[] content) throws Grid.Unreadable {
        var rows = new Grid.Collector();
        try {
            refuseBombs(content);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                    var lines = workbook.getFirstSheet().openStream()) {
                for (var line : (Iterable<Row>) lines::iterator) {
                    while (rows.size() < line.getRowNum() - 1) {
                        rows.add(List.of());
                    }
                    rows.add(cells(line));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            throw new Grid.Unreadable("workbook");
        }
        return rows.grid();
    }

    private static List<String> cells(Row line) throws Grid.Unreadable {
        if (line.getCellCount() > Grid.MOST_COLUMNS) {
            throw new Grid.Unreadable("columns");
        }
        var cells = new ArrayList<>(Collections.nCopies(line.getCellCount(), ""));
        for (int i = 0; i < line.getCellCount(); i++) {
            cells.set(i, text(line.getOptionalCell(i).orElse(null), line.getRowNum() == 1));
        }
        return cells;
    }

    /** A number in the first line is a date, and elsewhere the id of a person that looks like one. */
    private static String text(@Nullable Cell cell, boolean head) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case FORMULA -> FORMULA;
            case NUMBER -> head ? cell.asDate().toLocalDate().toString() : cell.getRawValue();
            default -> cell.getText();
        };
    }

    /** Counts what is really unpacked, by the directory that the reader goes by: what a file says of itself may be a lie. */
    private static void refuseBombs(byte[] content) throws IOException, Grid.Unreadable {
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            long left = MOST_UNPACKED;
            int entries = 0;
            var buffer = new byte[8_192];
            for (var entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw new Grid.Unreadable("bomb");
                }
                try (var input = zip.getInputStream(entry)) {
                    for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw new Grid.Unreadable("bomb");
                        }
                    }
                }
            }
        }
    }
}
