package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The covers of a tenant. Shows whoever leads a department those of it, and everybody what they were asked to take. */
@Component
@Transactional(readOnly = true)
public class Covers {

    static final String UNKNOWN = "cover_unknown";

    private final CoverTable table;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    Covers(CoverTable table, CurrentActor current, ApplicationEventPublisher events) {
        this.table = table;
        this.current = current;
        this.events = events;
    }

    /** The cover; 404 when the tenant has none of this id, 403 when it is none of the reader's business. */
    public Cover get(String id) {
        var cover = get(Ids.parse(id, UNKNOWN));
        if (!cover.isVisibleTo(readers())) {
            throw Problem.forbidden("forbidden");
        }
        return cover;
    }

    /** What the current actor may see, newest first. */
    public Page<Cover> list(@Nullable CoverState state, @Nullable UUID leave, Leaves.Window window) {
        var reader = readers();
        var query = new CoverQuery(
                reader.id(),
                reader.is(Role.ADMIN),
                reader.is(Role.MANAGER) ? reader.department() : null,
                state,
                leave,
                window.cursor() == null ? null : Ids.parse(window.cursor(), "cursor_unknown"));
        return Page.cut(
                table.list(query, window.limit() + 1),
                window.limit(),
                cover -> cover.id().toString());
    }

    /** Who could be asked, the best first; nobody for those who do not lead the department, or when nobody is looked for. */
    public List<CoverChoice> choices(Cover cover) {
        boolean shown = cover.state() == CoverState.OPEN
                && current.get().leads(cover.absentee().department());
        return shown ? table.candidates(cover.id()) : List.of();
    }

    List<CoverChoice> candidates(UUID id) {
        return table.candidates(id);
    }

    Cover get(UUID id) {
        return table.find(id).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    /** The cover, held until the transaction ends. */
    @Transactional
    Cover hold(UUID id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    @Transactional
    List<Cover> holdAll(UUID leave) {
        return table.lockAll(leave);
    }

    @Transactional
    void keepCandidates(UUID id, String part, List<CoverChoice> candidates) {
        table.keepCandidates(id, part, candidates);
    }

    /** Whether this part of the process looks for the cover, and not for another one. */
    boolean isSearchedIn(UUID id, String part) {
        return table.isSearchedIn(id, part);
    }

    /** False, and nothing happens, when the place is looked after already. */
    @Transactional
    boolean add(CoverNeeded event) {
        boolean added = table.insert(event.cover());
        if (added) {
            events.publishEvent(event);
        }
        return added;
    }

    /** Writes the move and tells it. */
    @Transactional
    void save(CoverEvent event) {
        table.update(event.cover());
        events.publishEvent(event);
    }

    private Actor readers() {
        var reader = current.get();
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return reader;
    }
}
