package io.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts refusals, one row for each customer and each address, however many there are. */
@Repository
class RefusalTable {

    private final JdbcClient jdbc;

    RefusalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who was refused. */
    enum Kind {
        CUSTOMER,
        ADDRESS
    }

    /** When to tell managers: after so many within a span, and then not again for a while. */
    record Patience(int times, Duration within, Duration silence) {}

    /** One more, true when it is the first for a while; the row is held to the end of the transaction. */
    boolean add(String tenant, Kind kind, String subject, Instant at, Patience patience) {
        return jdbc.sql("""
                        insert into handoff_refusal as r (tenant_id, kind, subject, total, recent, last_at)
                        values (:tenant, :kind, :subject, 1, array[cast(:at as timestamptz)], :at)
                        on conflict (tenant_id, kind, subject) do update set total = r.total + 1, last_at = excluded.last_at,
                            recent = (r.recent || excluded.recent)[greatest(1, cardinality(r.recent) + 2 - :keep):]
                        returning (select count(*) from unnest(recent) one where one > :since) = 1
                        """)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("at", HandoffRow.utc(at))
                .param("keep", patience.times())
                .param("since", HandoffRow.utc(at.minus(patience.within())))
                .query(Boolean.class)
                .single();
    }

    /** True once when it was too many, for whoever asks first; then false until the silence is over. */
    boolean alert(Kind kind, String subject, Instant at, Patience patience) {
        return jdbc.sql("""
                        update handoff_refusal set alerted_at = :at
                        where kind = :kind and subject = :subject and cardinality(recent) >= :times
                            and recent[cardinality(recent) - :times + 1] > :since
                            and (alerted_at is null or alerted_at <= :again)
                        """)
                        .param("at", HandoffRow.utc(at))
                        .param("kind", kind.name())
                        .param("subject", subject)
                        .param("times", patience.times())
                        .param("since", HandoffRow.utc(at.minus(patience.within())))
                        .param("again", HandoffRow.utc(at.minus(patience.silence())))
                        .update()
                == 1;
    }

    /** How often a customer was refused, and when last. */
    Optional<CustomerRecord.Refusals> of(String customer) {
        return jdbc.sql("select total, last_at from handoff_refusal where kind = 'CUSTOMER' and subject = ?")
                .param(customer)
                .query((row, number) -> new CustomerRecord.Refusals(
                        row.getLong("total"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
