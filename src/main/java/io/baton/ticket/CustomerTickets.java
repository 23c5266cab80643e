package io.baton.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a customer has left with us, for the customer's record; checks no rights: the callers do. */
@Repository
@Transactional(readOnly = true)
public class CustomerTickets {

    private final JdbcClient jdbc;

    CustomerTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ticket on one line. */
    public record Line(UUID id, String number, String subject, String state, String department, Instant createdAt) {}

    public int count(String customer) {
        return jdbc.sql("select count(*) from ticket where customer_id = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    /** Newest first; of one department, or of all. */
    public List<Line> of(String customer, @Nullable String department, int limit) {
        return jdbc.sql("""
                        select * from ticket where customer_id = :customer
                            and (cast(:department as text) is null or department = :department)
                        order by id desc limit :limit
                        """)
                .param("customer", customer)
                .param("department", department)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getString("department"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
