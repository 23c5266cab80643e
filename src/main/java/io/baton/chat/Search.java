package io.baton.chat;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds messages, newest first, among those that the current actor may read: agents in conversations they take or took
 * part in, up to where they left; managers in their department; administrators everywhere. A message is found a moment
 * after it was sent, not at once.
 */
@Component
public class Search {

    private static final int BATCH = 100;
    /** A search for words that hardly ever stand together gives up for this page and says where to go on. */
    private static final int BATCHES = 10;

    private static final int WIDE_BATCH = 1_000;
    private static final int WIDE_BATCHES = 50;

    private final SearchTable table;
    private final SearchTexts texts;
    private final CurrentActor current;

    /**
     * What is looked for; absent means any.
     *
     * @param text phrases with spaces between, all of which must stand in the message; case and width do not matter
     * @param customer an id, the company's own id, or the exact name
     * @param agent who takes or took part in the conversation
     * @param category of the conversation
     * @param state of the conversation
     * @param from the earliest time of sending
     * @param to later than the latest time of sending
     */
    public record Query(
            @Nullable String text,
            @Nullable String customer,
            @Nullable String agent,
            @Nullable String category,
            Conversation.@Nullable State state,
            @Nullable Instant from,
            @Nullable Instant to) {

        static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
        private static final int TEXT = 200;

        public Query {
            Bounds.optional("q", text, TEXT);
            Bounds.optional("customer", customer, TEXT);
            Bounds.optional("agent", agent, TEXT);
            Bounds.optional("category", category, TEXT);
            Bounds.time("from", from);
            Bounds.time("to", to);
            text = blankAsNull(text);
            customer = blankAsNull(customer);
            agent = blankAsNull(agent);
            category = blankAsNull(category);
        }

        private static @Nullable String blankAsNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** @param customer the name of whoever the conversation is with */
    public record Hit(
            UUID conversationId,
            String number,
            String customer,
            long seq,
            SenderType senderType,
            String senderId,
            Instant sentAt,
            String contentType,
            Snippet snippet) {}

    Search(SearchTable table, SearchTexts texts, CurrentActor current) {
        this.table = table;
        this.texts = texts;
        this.current = current;
    }

    /** The conversations with a message that is found, or 503 {@code search_too_wide} when they are more than an export lists. */
    Set<UUID> conversations(Query query) {
        var phrases = phrases(query.text());
        var wanted = new SearchTable.Wanted(phrases.tokens(), customers(query.customer()), query);
        var found = new LinkedHashSet<UUID>();
        SearchCursor before = null;
        for (int batch = 0; batch < WIDE_BATCHES; batch++) {
            var candidates = table.find(wanted, before, WIDE_BATCH);
            for (var candidate : candidates) {
                if (phrases.in(texts.of(candidate.message())).isPresent()) {
                    found.add(candidate.message().conversationId());
                }
                before = candidate.cursor();
            }
            if (candidates.size() < WIDE_BATCH) {
                return found;
            }
        }
        throw SearchTable.tooWide();
    }

    /** A page may have fewer hits than asked for and still a next one. */
    public Page<Hit> find(Query query, int limit, @Nullable String cursor) {
        current.get().require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var phrases = phrases(query.text());
        var before = cursor == null ? null : SearchCursor.parse(cursor);
        var wanted = new SearchTable.Wanted(phrases.tokens(), customers(query.customer()), query);
        var hits = new ArrayList<Hit>();
        for (int batch = 0; batch < BATCHES; batch++) {
            var candidates = table.find(wanted, before, BATCH);
            for (var candidate : candidates) {
                hit(candidate, phrases).ifPresent(hits::add);
                before = candidate.cursor();
                if (hits.size() == limit) {
                    return new Page<>(hits, before.toString());
                }
            }
            if (candidates.size() < BATCH) {
                return Page.last(hits);
            }
        }
        return new Page<>(hits, before == null ? null : before.toString());
    }

    private Optional<Hit> hit(SearchTable.Candidate candidate, Phrases phrases) {
        var message = candidate.message();
        var text = texts.of(message);
        return phrases.in(text)
                .map(marks -> new Hit(
                        message.conversationId(),
                        candidate.number(),
                        candidate.customer(),
                        message.seq(),
                        message.senderType(),
                        message.senderId(),
                        message.sentAt(),
                        message.contentType(),
                        Snippet.around(text, marks)));
    }

    private static Phrases phrases(@Nullable String text) {
        if (text == null) {
            return new Phrases(List.of());
        }
        var phrases = Phrases.of(text);
        if (phrases.isEmpty()) {
            throw Problem.invalid("q", "must hold a letter or a digit");
        }
        return phrases;
    }

    @Nullable
    List<UUID> customers(@Nullable String customer) {
        if (customer == null) {
            return null;
        }
        try {
            return List.of(UUID.fromString(customer));
        } catch (IllegalArgumentException name) {
            return table.customers(customer);
        }
    }
}
