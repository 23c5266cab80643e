package io.baton.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TicketTable {

    private final JdbcClient jdbc;

    TicketTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextNumber(LocalDate day) {
        return jdbc.sql("select baton_number('T', ?)")
                .param(day)
                .query(String.class)
                .single();
    }

    void insert(String tenant, Ticket ticket) {
        var about = ticket.about();
        jdbc.sql("""
                        insert into ticket (tenant_id, id, number, conversation_id, customer_id, customer_name,
                                            subject, reason, department, state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        tenant,
                        ticket.id(),
                        ticket.number(),
                        about.conversationId(),
                        about.customer().id(),
                        about.customer().name(),
                        about.subject(),
                        about.reason(),
                        about.department(),
                        ticket.state().name(),
                        ticket.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Ticket> lock(UUID id) {
        return jdbc.sql("select * from ticket where id = ? for update")
                .param(id)
                .query(TicketTable::ticket)
                .optional();
    }

    void resolve(Ticket ticket, Ticket.Resolution resolution) {
        jdbc.sql("update ticket set state = 'RESOLVED', resolved_at = ?, resolved_by = ?, note = ? where id = ?")
                .params(resolution.at().atOffset(ZoneOffset.UTC), resolution.by(), resolution.note(), ticket.id())
                .update();
    }

    /** Newest first. */
    List<Ticket> find(@Nullable String department, @Nullable TicketState state, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from ticket
                        where (cast(:department as text) is null or department = :department)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("department", department)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(TicketTable::ticket)
                .list();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        var about = new NewTicket(
                row.getObject("conversation_id", UUID.class),
                new NewTicket.Customer(row.getString("customer_id"), row.getString("customer_name")),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("department"));
        var resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        var resolution = resolvedAt == null
                ? null
                : new Ticket.Resolution(row.getString("resolved_by"), row.getString("note"), resolvedAt.toInstant());
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("number"),
                about,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                resolution);
    }
}
