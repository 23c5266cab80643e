package io.baton.load;

import io.baton.load.Ledger.Breach;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The book of one conversation: what was sent, acknowledged and delivered is held against what is stored in the end. Used
 * by one thread.
 */
final class Book {

    private final int chat;
    private final Ledger ledger;
    private final List<Entry> entries = new ArrayList<>();
    private long audited;

    /** One message as its clients saw it; a seq of 0 means not seen. */
    static final class Entry {

        final long number;
        final int size;
        final long intended;
        int sender;
        long acknowledged;
        long delivered;
        long stored;

        Entry(long number, int size, long intended) {
            this.number = number;
            this.size = size;
            this.intended = intended;
        }

        boolean complete() {
            return acknowledged > 0 && delivered > 0;
        }
    }

    Book(int chat, Ledger ledger) {
        this.chat = chat;
        this.ledger = ledger;
    }

    /** Enters the next message. */
    Entry send(int size, long intended) {
        var entry = new Entry(Numbers.of(chat, entries.size()), size, intended);
        entries.add(entry);
        ledger.sent();
        return entry;
    }

    /** The entry of a number, or none when it was never sent here. */
    @Nullable
    Entry find(long number) {
        var at = Numbers.message(number);
        return number >= 0 && Numbers.chat(number) == chat && at < entries.size() ? entries.get(at) : null;
    }

    /** True when this is the first acknowledgement. */
    boolean acknowledged(Entry entry, long seq) {
        if (entry.acknowledged == 0) {
            entry.acknowledged = seq;
            ledger.acknowledged();
            return true;
        }
        if (entry.acknowledged != seq) {
            ledger.breach(Breach.DOUBLED, name(entry) + " acknowledged as " + entry.acknowledged + " and " + seq);
        }
        return false;
    }

    /** True when this is the first delivery. */
    boolean delivered(Entry entry, long seq, boolean sameBody) {
        if (!sameBody) {
            ledger.breach(Breach.ALTERED, name(entry) + " was delivered with another body");
        }
        if (entry.delivered == 0) {
            entry.delivered = seq;
            return true;
        }
        if (entry.delivered != seq) {
            ledger.breach(Breach.DOUBLED, name(entry) + " delivered as " + entry.delivered + " and " + seq);
        }
        return false;
    }

    /** A stored message, in the order in which the server tells them from the beginning. */
    void stored(long number, long seq, boolean sameBody) {
        if (seq != audited + 1) {
            ledger.breach(Breach.GAP, "chat " + chat + ": " + seq + " is stored after " + audited);
        }
        audited = seq;
        var entry = find(number);
        if (entry == null) {
            return; // a message of somebody else, for example of Baton itself
        }
        if (entry.stored > 0) {
            ledger.breach(Breach.DOUBLED, name(entry) + " is stored as " + entry.stored + " and " + seq);
        }
        entry.stored = seq;
        if (!sameBody) {
            ledger.breach(Breach.ALTERED, name(entry) + " is stored with another body");
        }
    }

    /** Where the audit is. */
    long audited() {
        return audited;
    }

    int size() {
        return entries.size();
    }

    /** Holds all against what was stored; call it once, after everything stored was entered. */
    void settle() {
        entries.forEach(this::settle);
    }

    private void settle(Entry entry) {
        if (entry.acknowledged == 0) {
            ledger.breach(Breach.UNANSWERED, name(entry) + " has no answer");
        } else if (entry.stored == 0) {
            ledger.breach(Breach.LOST, name(entry) + " was acknowledged as " + entry.acknowledged);
        } else if (entry.stored != entry.acknowledged) {
            ledger.breach(
                    Breach.REORDERED,
                    name(entry) + " was acknowledged as " + entry.acknowledged + " and stored as " + entry.stored);
        }
        if (entry.delivered > 0 && entry.stored == 0) {
            ledger.breach(Breach.NEVER_STORED, name(entry) + " was delivered as " + entry.delivered);
        } else if (entry.delivered > 0 && entry.stored != entry.delivered) {
            ledger.breach(
                    Breach.REORDERED,
                    name(entry) + " was delivered as " + entry.delivered + " and stored as " + entry.stored);
        }
    }

    private String name(Entry entry) {
        return "chat " + chat + ", message " + Numbers.message(entry.number);
    }
}
