package io.baton.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table of bars for a terminal; it is Markdown, so that it can be kept as it is. */
record TextTable(List<Report.Row> rows) {

    private record Column(String title, Function<Report.Row, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("what", Report.Row::what),
            new Column("bar", Report.Row::bar),
            new Column("measured", Report.Row::measured),
            new Column("reference", Report.Row::reference),
            new Column("ok", row -> switch (row.verdict()) {
                case YES -> "yes";
                case NO -> "NO";
                case NONE -> "–";
            }));

    @Override
    public String toString() {
        var widths = COLUMNS.stream().map(this::width).toList();
        var text = new StringBuilder();
        line(text, widths, COLUMNS.stream().map(Column::title).toList());
        line(text, widths, widths.stream().map("-"::repeat).toList());
        rows.forEach(row -> line(
                text,
                widths,
                COLUMNS.stream().map(column -> column.cell().apply(row)).toList()));
        return text.toString();
    }

    private int width(Column column) {
        return Math.max(
                column.title().length(),
                rows.stream()
                        .mapToInt(row -> column.cell().apply(row).length())
                        .max()
                        .orElse(0));
    }

    private static void line(StringBuilder text, List<Integer> widths, List<String> cells) {
        var padded = new ArrayList<String>();
        for (var at = 0; at < cells.size(); at++) {
            padded.add(cells.get(at) + " ".repeat(widths.get(at) - cells.get(at).length()));
        }
        text.append("| ").append(String.join(" | ", padded)).append(" |\n");
    }
}
