package io.baton.rota.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells of a table as text, whatever file they came from.
 *
 * @param rows from the first line on; empty ones are kept, so that line numbers are those that a spreadsheet shows
 */
record Grid(List<List<String>> rows) {

    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 64;

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    Grid {
        rows = List.copyOf(rows);
    }

    /** Why a file is no table; the text is {@code rota.import.<code>}. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Unreadable(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Takes rows one by one and refuses more than a rota has. */
    static final class Collector {

        private final List<List<String>> rows = new ArrayList<>();

        void add(List<String> cells) throws Unreadable {
            if (rows.size() >= MOST_ROWS) {
                throw new Unreadable("rows");
            }
            if (cells.size() > MOST_COLUMNS) {
                throw new Unreadable("columns");
            }
            rows.add(cells);
        }

        int size() {
            return rows.size();
        }

        Grid grid() {
            return new Grid(rows);
        }
    }

    /** A text that a spreadsheet takes for no formula; spaces in front do not keep one from seeing it. */
    static String harmless(String text) {
        var visible = text.stripLeading();
        return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
                        || (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0)
                ? "'" + text
                : text;
    }

    /** Undoes {@link #harmless}. */
    static String plain(String cell) {
        var text = cell.strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }
}
