package io.baton.chat;

import io.baton.identity.Directory;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The quick replies of the current actor: own ones, the department's, the company's. Everybody who talks with customers
 * keeps own ones; a department's are kept by its managers, the company's by administrators. Of two who change the same
 * one, the second is refused with 412.
 */
@Component
@Transactional
public class QuickReplies {

    private final QuickReplyTable table;
    private final Directory directory;
    private final CurrentActor current;
    private final Clock clock;

    /**
     * Which ones are asked for.
     *
     * @param text what the title, the shortcut or the body contains
     * @param cursor the last one of the page before
     */
    public record Query(
            QuickReply.@Nullable Scope scope,
            @Nullable String category,
            @Nullable String text,
            @Nullable UUID cursor) {

        private static final int TEXT = 200;

        public Query {
            Bounds.optional("category", category, TEXT);
            Bounds.optional("q", text, TEXT);
            text = text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** @param replies how many there are */
    public record Category(String category, int replies) {}

    QuickReplies(QuickReplyTable table, Directory directory, CurrentActor current, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** By category and title. */
    @Transactional(readOnly = true)
    public Page<QuickReply> list(Query query, int limit) {
        var reader = requireStaff();
        if (query.cursor() != null && table.find(query.cursor()).isEmpty()) {
            throw Problem.notFound("cursor_unknown");
        }
        return Page.cut(
                table.list(reader, query, limit + 1), limit, reply -> reply.id().toString());
    }

    /** One that the current actor may use; any other does not exist: 404. */
    @Transactional(readOnly = true)
    public QuickReply get(UUID id) {
        var reader = requireStaff();
        return table.find(id)
                .filter(reply -> reply.isFor(reader))
                .orElseThrow(() -> Problem.notFound("quick_reply_unknown"));
    }

    /** @param department whose it is when a department shares it; the own one when none is named */
    public QuickReply add(QuickReply.Scope scope, @Nullable String department, QuickReply.Draft draft) {
        var writer = requireStaff();
        var owner = owner(scope, department);
        requireWriter(writer, scope, owner);
        var reply = version(Ids.next(), scope, owner, draft, 1);
        insert(reply);
        return reply;
    }

    public QuickReply change(UUID id, int version, QuickReply.Draft draft) {
        var known = getForWriting(id);
        var reply = version(id, known.scope(), known.owner(), draft, version + 1);
        update(reply);
        return reply;
    }

    public void remove(UUID id, int version) {
        getForWriting(id);
        requireSame(table.delete(id, version));
    }

    /** How many the current actor may use of each category, by name; those without one have an empty name. */
    @Transactional(readOnly = true)
    public List<Category> categories() {
        return table.categories(requireStaff());
    }

    void insert(QuickReply reply) {
        if (!table.insert(reply)) {
            throw Problem.conflict("shortcut_taken");
        }
    }

    void update(QuickReply reply) {
        try {
            requireSame(table.update(reply));
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("shortcut_taken");
        }
    }

    /** Whose the ones of a scope are; absent when they are the whole company's. */
    @Nullable
    String owner(QuickReply.Scope scope, @Nullable String department) {
        var actor = requireStaff();
        return switch (scope) {
            case PERSONAL -> actor.id();
            case DEPARTMENT -> department(actor, department);
            case TENANT -> null;
        };
    }

    private QuickReply getForWriting(UUID id) {
        var known = get(id);
        requireWriter(current.get(), known.scope(), known.owner());
        return known;
    }

    QuickReply version(UUID id, QuickReply.Scope scope, @Nullable String owner, QuickReply.Draft draft, int version) {
        return new QuickReply(
                id,
                scope,
                owner,
                draft.category() == null ? "" : draft.category(),
                draft.title(),
                draft.shortcut(),
                draft.body(),
                version,
                current.get().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private String department(Actor writer, @Nullable String asked) {
        var department = asked == null ? writer.department() : asked;
        if (department == null) {
            throw Problem.invalid("department", "must be named");
        }
        if (writer.is(Role.ADMIN) && directory.department(department).isEmpty()) {
            throw Problem.invalid("department", "is not known");
        }
        return department;
    }

    static void requireWriter(Actor writer, QuickReply.Scope scope, @Nullable String owner) {
        var allowed = switch (scope) {
            case PERSONAL -> writer.id().equals(owner);
            case DEPARTMENT -> writer.leads(owner);
            case TENANT -> writer.is(Role.ADMIN);
        };
        if (!allowed) {
            throw Problem.forbidden("forbidden");
        }
    }

    private static void requireSame(boolean changed) {
        if (!changed) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
    }

    private Actor requireStaff() {
        var actor = current.get();
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return actor;
    }
}
