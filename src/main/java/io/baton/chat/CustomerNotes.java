package io.baton.chat;

import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes of a customer: written and read by those who may see the customer. A note of a conversation is read by who took
 * part in it, by its department and by administrators.
 */
@Component
@Transactional
public class CustomerNotes {

    /** The most notes of a customer. */
    public static final int MOST = 1_000;

    private final CustomerAccess access;
    private final Customers customers;
    private final CustomerNoteTable table;
    private final Clock clock;

    CustomerNotes(CustomerAccess access, Customers customers, CustomerNoteTable table, Clock clock) {
        this.access = access;
        this.customers = customers;
        this.table = table;
        this.clock = clock;
    }

    /** Newest first, those before a note. */
    @Transactional(readOnly = true)
    public Page<CustomerNote> list(UUID customer, int limit, @Nullable UUID before) {
        access.require(customer);
        return Page.cut(
                table.list(access.staff(), customer, before, limit + 1),
                limit,
                note -> note.id().toString());
    }

    /**
     * Writes one; 404 {@code conversation_unknown} when the conversation is none of the customer that the writer may see, 409
     * {@code notes_full} when there are {@value #MOST}.
     */
    public CustomerNote add(UUID customer, @Nullable UUID conversation, String text) {
        var author = access.staff();
        access.require(customer);
        Bounds.text("text", text, 1, CustomerNote.LONGEST);
        var number = conversation == null
                ? null
                : table.number(author, customer, conversation)
                        .orElseThrow(() -> Problem.notFound("conversation_unknown"));
        customers.hold(customer);
        if (table.count(customer) >= MOST) {
            throw Problem.conflict("notes_full");
        }
        var note = new CustomerNote(
                Ids.next(),
                customer,
                conversation,
                number,
                author.id(),
                author.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                text.strip());
        table.insert(note);
        return note;
    }
}
