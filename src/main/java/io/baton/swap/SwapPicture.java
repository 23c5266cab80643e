package io.baton.swap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a chain for a form: on the left who has which shift now, on the right who has which afterwards, and an arrow for each
 * shift from the one to the other.
 */
final class SwapPicture {

    private static final int WIDTH = 760;
    private static final int BOX = 300;
    private static final int ROW = 56;
    private static final int HEAD = 30;

    private SwapPicture() {}

    /** The picture as a data URI. */
    static String of(List<SwapSheet.Words> words) {
        int height = HEAD + ROW * words.size();
        var svg = new StringBuilder(4_096);
        svg.append("<svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' "
                        .formatted(WIDTH, height))
                .append("font-family='sans-serif' font-size='13'>")
                .append("<defs><marker id='a' markerWidth='8' markerHeight='8' refX='7' refY='4' orient='auto'>")
                .append("<path d='M0 0 8 4 0 8z' fill='#2563eb'/></marker></defs>")
                .append("<rect width='100%' height='100%' fill='#fff'/>");
        text(svg, 0, 16, "现在 Before", true);
        text(svg, WIDTH - BOX, 16, "换班后 After", true);
        for (int row = 0; row < words.size(); row++) {
            var part = words.get(row);
            box(svg, 0, row, part.item().agentName(), part.gives());
            box(svg, WIDTH - BOX, row, part.item().agentName(), part.takes());
            arrow(svg, rowOf(words, part), row);
        }
        svg.append("</svg>");
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The row of whoever gives what this one takes. */
    private static int rowOf(List<SwapSheet.Words> words, SwapSheet.Words taker) {
        for (int row = 0; row < words.size(); row++) {
            if (words.get(row).item().gives().equals(taker.item().takes())) {
                return row;
            }
        }
        return 0;
    }

    private static void box(StringBuilder svg, int x, int row, String name, String shift) {
        int y = HEAD + row * ROW;
        svg.append("<rect x='%d' y='%d' width='%d' height='%d' rx='6' fill='#eff6ff' stroke='#93c5fd'/>"
                .formatted(x, y, BOX, ROW - 8));
        text(svg, x + 10, y + 19, name, true);
        text(svg, x + 10, y + 38, shift, false);
    }

    private static void arrow(StringBuilder svg, int from, int to) {
        svg.append("<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='#2563eb' stroke-width='2' marker-end='url(#a)'/>"
                .formatted(BOX + 4, middle(from), WIDTH - BOX - 4, middle(to)));
    }

    private static int middle(int row) {
        return HEAD + row * ROW + (ROW - 8) / 2;
    }

    private static void text(StringBuilder svg, int x, int y, String text, boolean strong) {
        svg.append("<text x='%d' y='%d'%s>%s</text>"
                .formatted(x, y, strong ? " font-weight='600'" : "", HtmlUtils.htmlEscape(text, "UTF-8")));
    }
}
