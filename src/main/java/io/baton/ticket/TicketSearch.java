package io.baton.ticket;

import static io.baton.ticket.TicketTable.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and counts tickets. */
@Repository
class TicketSearch {

    private final JdbcClient jdbc;

    TicketSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Only what the filter names is asked for, so that the database sees which of its indexes serves.
     *
     * @param after the last one of the page before
     */
    List<Ticket> find(
            TicketFilter filter, String reader, TicketOrder order, @Nullable UUID after, int limit, Instant now) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        add(filter.department(), "department = :department", "department", conditions, values);
        add(
                filter.priority() == null ? null : filter.priority().name(),
                "priority = :priority",
                "priority",
                conditions,
                values);
        add(filter.mine() ? reader : null, "assignee = :reader", "reader", conditions, values);
        add(
                filter.overdue() ? utc(now) : null,
                "state in ('NEW', 'OPEN') and due_at < :now",
                "now",
                conditions,
                values);
        add(states(filter), "state = any(:states)", "states", conditions, values);
        add(filter.text(), text(filter.text()), "text", conditions, values);
        if (filter.unassigned()) {
            conditions.add("assignee is null");
        }
        add(
                after,
                order == TicketOrder.NEWEST
                        ? "id < :after"
                        : "(due_at, id) > (select due_at, id from ticket where id = :after)",
                "after",
                conditions,
                values);
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var sorted = order == TicketOrder.NEWEST ? " order by id desc" : " order by due_at, id";
        return jdbc.sql("select * from ticket" + where + sorted + " limit " + limit)
                .params(values)
                .query(TicketTable::ticket)
                .list();
    }

    TicketCounts count(@Nullable String department, String reader, Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'NEW') as new,
                               count(*) filter (where state = 'OPEN') as open,
                               count(*) filter (where state = 'PENDING') as pending,
                               count(*) filter (where state = 'SOLVED') as solved,
                               count(*) filter (where assignee = :reader and state in ('OPEN', 'PENDING')) as mine,
                               count(*) filter (where state in ('NEW', 'OPEN') and due_at < :now) as overdue
                        from ticket
                        where state <> 'CLOSED' and (cast(:department as text) is null or department = :department)
                        """)
                .param("reader", reader)
                .param("now", utc(now))
                .param("department", department)
                .query((row, number) -> {
                    var counts = new EnumMap<TicketState, Integer>(TicketState.class);
                    for (var state : EnumSet.complementOf(EnumSet.of(TicketState.CLOSED))) {
                        counts.put(state, row.getInt(state.name()));
                    }
                    return new TicketCounts(counts, row.getInt("mine"), row.getInt("overdue"));
                })
                .single();
    }

    private static void add(
            @Nullable Object value,
            String condition,
            String name,
            List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static String @Nullable [] states(TicketFilter filter) {
        return filter.states().isEmpty()
                ? null
                : filter.states().stream().map(TicketState::name).sorted().toArray(String[]::new);
    }

    /** A whole number is looked up; anything else may be anywhere. */
    private static String text(@Nullable String text) {
        return text != null && text.matches("(?i)T-\\d{8}-\\d{6,}")
                ? "number = upper(:text)"
                : "position(lower(:text) in lower(number || ' ' || subject || ' ' || customer_name || ' ' || reason)) > 0";
    }
}
