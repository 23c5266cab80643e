package io.baton.chat;

import io.baton.chat.ExportProgress.State;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports conversations, oldest first: managers those of their department, administrators all. An export that is not in
 * the trail does not begin. Holds no more than a page of it in memory, however much it is.
 */
@Component
public class ConversationExports {

    private static final int PAGE = 500;

    private final ExportTable table;
    private final Search search;
    private final ExportProgress progress;
    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;

    /**
     * Which conversations.
     *
     * @param from the earliest time of opening; of sending when messages are looked for
     * @param to later than the latest time of opening, or of sending
     * @param agent who takes or took part
     * @param customer an id, the company's own id, or the exact name
     * @param number of one conversation
     * @param text phrases of which one message has all, as in a search
     */
    public record Query(
            Instant from,
            Instant to,
            @Nullable String agent,
            @Nullable String category,
            Conversation.@Nullable State state,
            @Nullable String customer,
            @Nullable String number,
            @Nullable String text) {

        private static final int TEXT = 200;

        public Query {
            Bounds.time("from", from);
            Bounds.time("to", to);
            Bounds.optional("agent", agent, TEXT);
            Bounds.optional("category", category, TEXT);
            Bounds.optional("customer", customer, TEXT);
            Bounds.optional("number", number, TEXT);
            Bounds.optional("q", text, TEXT);
            customer = customer == null || customer.isBlank() ? null : customer.strip();
            text = text == null || text.isBlank() ? null : text.strip();
        }

        /** Without bounds in time where none are given. */
        public static Query of(
                @Nullable Instant from,
                @Nullable Instant to,
                @Nullable String agent,
                @Nullable String category,
                Conversation.@Nullable State state,
                @Nullable String customer,
                @Nullable String number,
                @Nullable String text) {
            return new Query(
                    from == null ? Instant.EPOCH : from,
                    to == null ? Search.Query.END : to,
                    agent,
                    category,
                    state,
                    customer,
                    number,
                    text);
        }

        Search.Query search() {
            return new Search.Query(text, customer, agent, category, state, from, to);
        }
    }

    /**
     * An export that may begin.
     *
     * @param last conversations from here on are younger than the export
     * @param total how many conversations it will list, unless some are routed elsewhere meanwhile
     */
    public record Export(UUID id, ExportTable.Wanted wanted, UUID last, long total) {}

    /** Takes one row after the other; what it throws ends the export. */
    @FunctionalInterface
    public interface Rows<E extends Exception> {

        void write(ExportRow row) throws E;
    }

    ConversationExports(
            ExportTable table,
            Search search,
            ExportProgress progress,
            ApplicationEventPublisher events,
            CurrentActor current,
            Clock clock) {
        this.table = table;
        this.search = search;
        this.progress = progress;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Refuses with 503 {@code search_too_wide} when too many messages have what is looked for.
     *
     * @param id under which the progress is told; absent for any
     */
    @Transactional
    public Export begin(@Nullable UUID id, String format, Query query) {
        var actor = current.get();
        actor.require(Role.MANAGER, Role.ADMIN);
        var now = clock.instant();
        var last = Ids.floor(now.plus(Duration.ofMillis(1)));
        var found = query.text() == null ? null : search.conversations(query.search());
        var wanted = new ExportTable.Wanted(query, found, search.customers(query.customer()));
        var export = new Export(id == null ? Ids.next() : id, wanted, last, table.count(actor, wanted, last));
        events.publishEvent(new ConversationsExported(actor, export.id(), format, query, export.total(), now));
        return export;
    }

    public <E extends Exception> void write(Export export, Rows<E> rows) throws E {
        long written = 0;
        UUID after = null;
        var state = State.FAILED;
        progress.tell(export.id(), new ExportProgress.Step(State.RUNNING, written, export.total()));
        try {
            while (true) {
                var page = table.page(current.get(), export.wanted(), after, export.last(), PAGE);
                for (var row : page) {
                    rows.write(row);
                }
                written += page.size();
                if (page.size() < PAGE) {
                    break;
                }
                after = page.getLast().id();
                progress.tell(export.id(), new ExportProgress.Step(State.RUNNING, written, export.total()));
            }
            state = State.DONE;
        } finally {
            progress.tell(export.id(), new ExportProgress.Step(state, written, export.total()));
        }
    }
}
