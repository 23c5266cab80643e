package io.baton.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells of a table as text, whatever file they came from.
 *
 * @param rows from the first line on; empty ones are kept, so that line numbers are those that a spreadsheet shows
 */
public record Grid(List<List<String>> rows) {

    public static final int MOST_ROWS = 5_000;
    public static final int MOST_COLUMNS = 64;

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    public Grid {
        rows = List.copyOf(rows);
    }

    /** Why a file is no table, as a code that the caller has texts for. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        public Unreadable(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Takes rows one by one and refuses more than {@value #MOST_ROWS} of them or {@value #MOST_COLUMNS} cells in one. */
    public static final class Collector {

        private final List<List<String>> rows = new ArrayList<>();

        public void add(List<String> cells) throws Unreadable {
            if (rows.size() >= MOST_ROWS) {
                throw new Unreadable("rows");
            }
            if (cells.size() > MOST_COLUMNS) {
                throw new Unreadable("columns");
            }
            rows.add(cells);
        }

        public int size() {
            return rows.size();
        }

        public Grid grid() {
            return new Grid(rows);
        }
    }

    /** A text that a spreadsheet takes for no formula; spaces in front do not keep one from seeing it. */
    public static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text of which {@link #harmless} made the cell; every other cell is its own text. */
    public static String exact(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** What a person meant by a cell: its text without the apostrophe in front and the spaces around it. */
    public static String plain(String cell) {
        var text = cell.strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    /** Apostrophes in front are no part of it, so that one that was put there is told from one that was there. */
    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        var bare = text.substring(first);
        var visible = bare.stripLeading();
        return (!bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0)
                || (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0);
    }
}
