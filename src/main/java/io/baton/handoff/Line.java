package io.baton.handoff;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Those who wait, first come first, read in pieces: nearly always the first piece is enough. */
final class Line implements Iterator<HandoffSnapshot> {

    private final IntFunction<List<HandoffSnapshot>> read;
    private final int pieceSize;
    private List<HandoffSnapshot> piece;
    private int passed;
    private int next;

    /**
     * @param read the piece that follows so many
     * @param pieceSize how many a piece has at most; a smaller one is the last
     */
    Line(IntFunction<List<HandoffSnapshot>> read, int pieceSize) {
        this.read = read;
        this.pieceSize = pieceSize;
        this.piece = read.apply(0);
    }

    @Override
    public boolean hasNext() {
        if (next == piece.size() && piece.size() == pieceSize) {
            passed += piece.size();
            piece = read.apply(passed);
            next = 0;
        }
        return next < piece.size();
    }

    @Override
    public HandoffSnapshot next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return piece.get(next++);
    }
}
