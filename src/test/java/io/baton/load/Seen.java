package io.baton.load;

import java.util.TreeSet;

/** Which seqs of a conversation a client has seen: all up to one, and some beyond a gap. */
final class Seen {

    private final TreeSet<Long> ahead = new TreeSet<>();
    private long contiguous;
    private long gapSince;

    void add(long seq, long now) {
        if (seq == contiguous + 1) {
            contiguous = seq;
            while (!ahead.isEmpty() && ahead.first() <= contiguous + 1) {
                contiguous = Math.max(contiguous, ahead.removeFirst());
            }
        } else if (seq > contiguous && ahead.add(seq) && ahead.size() == 1) {
            gapSince = now;
        }
    }

    /** The seq up to which nothing is missing. */
    long contiguous() {
        return contiguous;
    }

    long highest() {
        return ahead.isEmpty() ? contiguous : ahead.last();
    }

    boolean hasGap() {
        return !ahead.isEmpty();
    }

    /** Whether there is a gap for longer than the patience; asking starts the patience anew. */
    boolean lacks(long now, long patience) {
        var late = hasGap() && now - gapSince > patience;
        if (late) {
            gapSince = now;
        }
        return late;
    }
}
