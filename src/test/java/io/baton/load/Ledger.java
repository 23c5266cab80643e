package io.baton.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts every broken promise and keeps the first ones in words. */
final class Ledger {

    private static final int EXAMPLES = 40;

    private final Map<Breach, LongAdder> breaches = new EnumMap<>(Breach.class);
    private final LongAdder sent = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final List<String> examples = new CopyOnWriteArrayList<>();

    /** What must never be seen. */
    enum Breach {
        /** Acknowledged, and not stored. */
        LOST,
        /** Stored twice, acknowledged under two seqs, or delivered twice to one connection. */
        DOUBLED,
        /** A connection was told a lower seq after a higher one, or an ACK and the store disagree about the seq. */
        REORDERED,
        /** Stored or delivered with other words than were sent. */
        ALTERED,
        /** Delivered, and never stored. */
        NEVER_STORED,
        /** A seq that is missing between 1 and the last. */
        GAP,
        /** Stored, and not on every device after all had the time to ask. */
        NOT_DELIVERED,
        /** Sent, and after all retries neither acknowledged nor refused. */
        UNANSWERED
    }

    Ledger() {
        for (var breach : Breach.values()) {
            breaches.put(breach, new LongAdder());
        }
    }

    void sent() {
        sent.increment();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void breach(Breach breach, String what) {
        count(breach).increment();
        if (examples.size() < EXAMPLES) {
            examples.add(breach + " " + what);
        }
    }

    long sentCount() {
        return sent.sum();
    }

    long acknowledgedCount() {
        return acknowledged.sum();
    }

    long count(Breach... which) {
        var sum = 0L;
        for (var breach : which) {
            sum += count(breach).sum();
        }
        return sum;
    }

    boolean clean() {
        return count(Breach.values()) == 0;
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    private LongAdder count(Breach breach) {
        var adder = breaches.get(breach);
        if (adder == null) {
            throw new IllegalStateException(breach + " is not counted");
        }
        return adder;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("sent " + sentCount() + ", acknowledged " + acknowledgedCount());
        breaches.forEach(
                (breach, count) -> text.append(", ").append(breach).append(' ').append(count.sum()));
        return text.toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
