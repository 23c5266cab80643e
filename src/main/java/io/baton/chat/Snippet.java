package io.baton.chat;

import java.util.List;

/**
 * A piece of a message around what was looked for, as plain text.
 *
 * @param cutBefore whether the message has more before the piece
 * @param cutAfter whether the message has more after the piece
 * @param marks where in the piece that stands which was looked for, in UTF-16 units
 */
public record Snippet(String text, boolean cutBefore, boolean cutAfter, List<Mark> marks) {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;

    /** From a unit up to and without another. */
    public record Mark(int start, int end) {}

    public Snippet {
        marks = List.copyOf(marks);
    }

    /** A piece that begins a little before the first mark; only marks that lie in it whole are kept. */
    static Snippet around(String text, List<Mark> marks) {
        int first = marks.isEmpty() ? 0 : marks.getFirst().start();
        int start = whole(text, Math.max(0, Math.min(first - BEFORE, text.length() - LENGTH)));
        int end = whole(text, Math.min(text.length(), start + LENGTH));
        return new Snippet(
                text.substring(start, end),
                start > 0,
                end < text.length(),
                marks.stream()
                        .filter(mark -> mark.start() >= start && mark.end() <= end)
                        .map(mark -> new Mark(mark.start() - start, mark.end() - start))
                        .toList());
    }

    /** Never in the middle of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
