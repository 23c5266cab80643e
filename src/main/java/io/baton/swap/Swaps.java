package io.baton.swap;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.AssignmentLocks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The swaps of a tenant. Shows each reader only what concerns this reader. A swap that is settled holds nothing: the save
 * that settles it lets go of its shifts, whatever way it ended.
 */
@Component
@Transactional(readOnly = true)
public class Swaps {

    static final String UNKNOWN = "swap_unknown";
    static final String KIND = "swap";

    private final SwapTable table;
    private final AssignmentLocks locks;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    Swaps(SwapTable table, AssignmentLocks locks, CurrentActor current, ApplicationEventPublisher events) {
        this.table = table;
        this.locks = locks;
        this.current = current;
        this.events = events;
    }

    /** The swap; 404 when the tenant has none of this id, 403 when it is none of the reader's business. */
    public Swap get(String id) {
        var swap = get(Ids.parse(id, UNKNOWN));
        if (!swap.isVisibleTo(reader())) {
            throw Problem.forbidden("forbidden");
        }
        return swap;
    }

    /** Which part of a list: at most {@value Page#LIMIT}. */
    public record Window(int limit, @Nullable String cursor) {

        public Window {
            if (limit < 1 || limit > Page.LIMIT) {
                throw Problem.invalid("limit", "1 to " + Page.LIMIT);
            }
        }
    }

    /** Which of those that the reader may see. */
    public record Filter(
            @Nullable SwapState state, @Nullable String department, boolean mine, boolean waiting) {}

    /** What the current actor may see: those this person takes part in, of the department led, or all. Newest first. */
    public Page<Swap> list(Filter filter, Window window) {
        var reader = reader();
        boolean all = reader.is(Role.ADMIN) || reader.is(Role.AUDITOR);
        if (filter.department() != null && !all && !reader.leads(filter.department())) {
            throw Problem.forbidden("forbidden");
        }
        var query = new SwapQuery(
                reader.id(),
                all,
                filter.department() == null && !all && reader.is(Role.MANAGER)
                        ? reader.department()
                        : filter.department(),
                filter.state(),
                filter.mine(),
                filter.waiting(),
                window.cursor() == null ? null : Ids.parse(window.cursor(), "cursor_unknown"));
        return Page.cut(
                table.list(query, window.limit() + 1),
                window.limit(),
                swap -> swap.id().toString());
    }

    /** Settled swaps of half a year in which the same people gave shifts of the same kinds, newest first. */
    public List<Swap> similar(Swap swap) {
        var reader = reader();
        return table.similar(swap).stream()
                .filter(other -> other.isVisibleTo(reader))
                .toList();
    }

    Swap get(UUID id) {
        return table.find(id).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    /** The swap, held until the transaction ends. */
    @Transactional
    Swap hold(UUID id) {
        return holdIfKnown(id).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    @Transactional
    Optional<Swap> holdIfKnown(UUID id) {
        return table.lock(id);
    }

    /** Writes the move, lets go of what a settled swap held, and tells it. */
    @Transactional
    Swap save(SwapEvent event) {
        var was = event.change().was();
        if (was == null) {
            table.insert(event.swap());
        } else {
            table.update(was, event.swap());
        }
        if (!event.swap().isOpen()) {
            locks.release(event.swap().id());
        }
        events.publishEvent(event);
        return event.swap();
    }

    private Actor reader() {
        var reader = current.get();
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN, Role.AUDITOR);
        return reader;
    }
}
