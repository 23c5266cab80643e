package io.baton.chat;

import io.baton.chat.TagTable.Subject;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks customers, by those who may see them, and conversations, by those who may end them and by no customer. The same
 * thing has one spelling in the whole company: that of who used it first.
 */
@Component
@Transactional
public class Tags {

    /** The most tags of a customer, and of a conversation. */
    public static final int MOST = 20;

    /** The longest tag, in characters. */
    public static final int LONGEST = 30;

    private static final int SUGGESTED = 20;

    private final CustomerAccess access;
    private final History history;
    private final TagTable table;
    private final Clock clock;

    Tags(CustomerAccess access, History history, TagTable table, Clock clock) {
        this.access = access;
        this.history = history;
        this.table = table;
        this.clock = clock;
    }

    /** Those in use that begin with a text, the most used first. */
    @Transactional(readOnly = true)
    public List<String> suggested(String text) {
        access.staff();
        return table.suggested(Lines.of(text), SUGGESTED);
    }

    public List<String> addToCustomer(UUID id, String name) {
        return add(Subject.CUSTOMER, access.require(id).id(), name);
    }

    public List<String> removeFromCustomer(UUID id, String name) {
        return remove(Subject.CUSTOMER, access.require(id).id(), name);
    }

    public List<String> addToConversation(UUID id, String name) {
        return add(Subject.CONVERSATION, own(id), name);
    }

    public List<String> removeFromConversation(UUID id, String name) {
        return remove(Subject.CONVERSATION, own(id), name);
    }

    private UUID own(UUID conversation) {
        access.staff();
        return history.getOwn(conversation).id();
    }

    private List<String> add(Subject subject, UUID id, String name) {
        var line = Lines.of(name);
        Bounds.text("name", line, 1, LONGEST);
        var spelled = table.count(line, clock.instant());
        var tags = table.add(subject, id, spelled, MOST);
        if (tags.isPresent()) {
            return tags.get();
        }
        table.discount(spelled, clock.instant());
        var known = table.of(subject, id);
        if (known.stream().noneMatch(spelled::equalsIgnoreCase)) {
            throw Problem.conflict("tags_full");
        }
        return known;
    }

    private List<String> remove(Subject subject, UUID id, String name) {
        var line = Lines.of(name);
        if (line.isEmpty() || line.length() > LONGEST) {
            throw Problem.notFound("tag_unknown");
        }
        table.discount(line, clock.instant());
        return table.remove(subject, id, line).orElseThrow(() -> Problem.notFound("tag_unknown"));
    }
}
