package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests of a tenant. Shows each reader only what concerns this reader. */
@Component
@Transactional(readOnly = true)
public class Leaves {

    static final String UNKNOWN = "leave_unknown";

    private final LeaveTable table;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    Leaves(LeaveTable table, CurrentActor current, ApplicationEventPublisher events) {
        this.table = table;
        this.current = current;
        this.events = events;
    }

    /** The request; 404 when the tenant has none of this id, 403 when it is none of the reader's business. */
    public LeaveRequest get(String id) {
        var leave = get(Ids.parse(id, UNKNOWN));
        if (!leave.isVisibleTo(readers())) {
            throw Problem.forbidden("forbidden");
        }
        return leave;
    }

    /** What the current actor may see: own requests, those of the department led, or all. Newest first. */
    public Page<LeaveRequest> list(
            @Nullable LeaveState state,
            @Nullable String agent,
            @Nullable String department,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Window window) {
        var reader = readers();
        boolean leads = reader.is(Role.ADMIN) || reader.is(Role.MANAGER);
        if (!leads && agent != null && !agent.equals(reader.id())) {
            throw Problem.forbidden("forbidden");
        }
        if (department != null && !reader.leads(department)) {
            throw Problem.forbidden("forbidden");
        }
        var query = new LeaveQuery(
                reader.id(),
                state,
                leads ? agent : reader.id(),
                reader.is(Role.ADMIN) || !leads ? department : reader.department(),
                from,
                to,
                window.cursor() == null ? null : Ids.parse(window.cursor(), "cursor_unknown"));
        return Page.cut(
                table.list(query, window.limit() + 1),
                window.limit(),
                leave -> leave.id().toString());
    }

    /** Which part of a list: at most {@value Page#LIMIT}. */
    public record Window(int limit, @Nullable String cursor) {

        public Window {
            if (limit < 1 || limit > Page.LIMIT) {
                throw Problem.invalid("limit", "1 to " + Page.LIMIT);
            }
        }
    }

    LeaveRequest get(UUID id) {
        return table.find(id).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    /** The request, held until the transaction ends. */
    @Transactional
    LeaveRequest hold(UUID id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    /** Writes the move and tells it. */
    @Transactional
    LeaveRequest save(LeaveEvent event) {
        if (event instanceof LeaveRequested) {
            table.insert(event.leave());
        } else {
            table.update(event.leave());
        }
        events.publishEvent(event);
        return event.leave();
    }

    private Actor readers() {
        var reader = current.get();
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return reader;
    }
}
