package io.baton.chat;

import io.baton.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What conversations are about: set by the agent of one, who leads its department, and administrators. Of two who change it
 * at once the second is told (412), and nothing of the first is lost.
 */
@Component
@Transactional
public class ConversationTopics {

    private static final int SUBJECT = 200;
    private static final int CATEGORY = 50;
    private static final int CATEGORIES = 30;

    private final CustomerAccess access;
    private final History history;
    private final TopicTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConversationTopics(
            CustomerAccess access, History history, TopicTable table, ApplicationEventPublisher events, Clock clock) {
        this.access = access;
        this.history = history;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** The categories of the newest conversations of the company, the most frequent first. */
    @Transactional(readOnly = true)
    public List<String> categories() {
        access.staff();
        return table.categories(CATEGORIES);
    }

    /** The conversation, when the current actor may say what it is about; a customer may not. */
    @Transactional(readOnly = true)
    public Conversation own(UUID id) {
        access.staff();
        return history.getOwn(id);
    }

    /** Sets both; what is absent or blank is none. 412 {@code changed_meanwhile} when it is no longer as it was seen. */
    public void change(UUID id, int seen, @Nullable String subject, @Nullable String category) {
        var before = own(id);
        var topic = new Topic(line("subject", subject, SUBJECT), line("category", category, CATEGORY));
        if (!table.change(id, seen, topic)) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
        var old = new Topic(before.subject(), before.category());
        if (!Objects.equals(old, topic)) {
            events.publishEvent(new ConversationDescribed(access.staff(), before, old, topic, clock.instant()));
        }
    }

    private static @Nullable String line(String field, @Nullable String value, int most) {
        var line = Lines.of(value == null ? "" : value);
        Bounds.optional(field, line, most);
        return line.isEmpty() ? null : line;
    }
}
