package io.baton.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tickets. */
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
                        insert into ticket (tenant_id, id, number, conversation_id, customer_id, customer_name, subject,
                            reason, created_at, department, priority, state, assignee, assignee_name, state_since,
                            waiting_since, due_at, version)
                        values (:tenant, :id, :number, :conversation, :customer, :customerName, :subject, :reason,
                            :created, :department, :priority, :state, :assignee, :assigneeName, :stateSince,
                            :waitingSince, :dueAt, :version)
                        """)
                .param("tenant", tenant)
                .param("number", ticket.number())
                .param("conversation", about.conversationId())
                .param("customer", about.customer().id())
                .param("customerName", about.customer().name())
                .param("subject", about.subject())
                .param("reason", about.reason())
                .param("created", utc(ticket.times().createdAt()))
                .params(moving(ticket))
                .update();
    }

    void update(Ticket ticket) {
        var contact = ticket.contact();
        jdbc.sql("""
                        update ticket set department = :department, priority = :priority, state = :state,
                            assignee = :assignee, assignee_name = :assigneeName, state_since = :stateSince,
                            waiting_since = :waitingSince, due_at = :dueAt, version = :version,
                            contact_name = :contactName, contact_email = :contactEmail, contact_phone = :contactPhone
                        where id = :id
                        """)
                .params(moving(ticket))
                .param("contactName", contact == null ? null : contact.name())
                .param("contactEmail", contact == null ? null : contact.email())
                .param("contactPhone", contact == null ? null : contact.phone())
                .update();
    }

    Optional<Ticket> find(UUID id) {
        return jdbc.sql("select * from ticket where id = ?")
                .param(id)
                .query(TicketTable::ticket)
                .optional();
    }

    /** The ticket, held to the end of the transaction. */
    Optional<Ticket> lock(UUID id) {
        return jdbc.sql("select * from ticket where id = ? for update")
                .param(id)
                .query(TicketTable::ticket)
                .optional();
    }

    /** The newest about a conversation about which there is something to do, held to the end of the transaction. */
    Optional<Ticket> lockActive(UUID conversation) {
        return jdbc.sql("""
                        select * from ticket where conversation_id = ? and state in ('NEW', 'OPEN', 'PENDING')
                        order by id desc limit 1 for update
                        """).param(conversation).query(TicketTable::ticket).optional();
    }

    /** The ids of those that were solved before, oldest first; whoever else holds one keeps it. */
    List<Ticket> lockSolved(Instant before, int limit) {
        return jdbc.sql("""
                        select * from ticket where state = 'SOLVED' and state_since <= ?
                        order by state_since limit ? for update skip locked
                        """)
                .params(utc(before), limit)
                .query(TicketTable::ticket)
                .list();
    }

    /** Of those that wait for the customer or are solved, whose customer wrote after that; in the order of their ids. */
    List<Ticket> lockReplied(Map<UUID, Instant> wrote) {
        var conversations = List.copyOf(wrote.keySet());
        return jdbc.sql("""
                        select t.* from ticket t
                        join unnest(:conversations::uuid[], :instants::timestamptz[]) as w (conversation_id, at)
                          on w.conversation_id = t.conversation_id
                        where t.state in ('PENDING', 'SOLVED') and t.state_since < w.at
                        order by t.id for update of t
                        """)
                .param("conversations", conversations.toArray(UUID[]::new))
                .param(
                        "instants",
                        conversations.stream()
                                .map(wrote::get)
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .query(TicketTable::ticket)
                .list();
    }

    /** The conversations of those that wait for the customer or are solved, by the ids of the tickets. */
    Map<UUID, UUID> awaiting(@Nullable UUID after, int limit) {
        var found = new LinkedHashMap<UUID, UUID>();
        jdbc.sql("""
                        select id, conversation_id from ticket
                        where state in ('PENDING', 'SOLVED') and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """).param("after", after).param("limit", limit).query(row -> {
            found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
        return found;
    }

    boolean isAbout(UUID conversation, @Nullable String department) {
        return jdbc.sql("""
                        select exists (select from ticket where conversation_id = :conversation
                            and (cast(:department as text) is null or department = :department))
                        """)
                .param("conversation", conversation)
                .param("department", department)
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> moving(Ticket ticket) {
        var assignee = ticket.assignee();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", ticket.id());
        columns.put("department", ticket.about().department());
        columns.put("priority", ticket.about().priority().name());
        columns.put("state", ticket.state().name());
        columns.put("assignee", assignee == null ? null : assignee.id());
        columns.put("assigneeName", assignee == null ? null : assignee.name());
        columns.put("stateSince", utc(ticket.times().stateSince()));
        columns.put("waitingSince", utc(ticket.times().waitingSince()));
        columns.put("dueAt", utc(ticket.times().dueAt()));
        columns.put("version", ticket.version());
        return columns;
    }

    static Ticket ticket(ResultSet row, int number) throws SQLException {
        var about = new NewTicket(
                row.getObject("conversation_id", UUID.class),
                new NewTicket.Customer(row.getString("customer_id"), row.getString("customer_name")),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("department"),
                TicketPriority.valueOf(row.getString("priority")));
        var assignee = row.getString("assignee");
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("number"),
                about,
                TicketState.valueOf(row.getString("state")),
                assignee == null ? null : new Assignee(assignee, row.getString("assignee_name")),
                new TicketTimes(
                        instant(row, "created_at"),
                        instant(row, "state_since"),
                        instant(row, "waiting_since"),
                        instant(row, "due_at")),
                contact(row),
                row.getInt("version"));
    }

    private static @Nullable Contact contact(ResultSet row) throws SQLException {
        var email = row.getString("contact_email");
        var phone = row.getString("contact_phone");
        return email == null && phone == null ? null : new Contact(row.getString("contact_name"), email, phone);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
