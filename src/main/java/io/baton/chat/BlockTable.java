package io.baton.chat;

import io.baton.kernel.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class BlockTable {

    private final JdbcClient jdbc;
    private final CurrentActor current;

    BlockTable(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** False when the subject is blocked already; one whose time is over makes room. */
    boolean insert(Block block) {
        return jdbc.sql("""
                        insert into blocklist (tenant_id, id, kind, subject, reason, blocked_by, blocked_at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, kind, subject) do update set id = excluded.id, reason = excluded.reason,
                            blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at, until = excluded.until
                            where blocklist.until <= excluded.blocked_at
                        """)
                        .params(
                                current.tenant().id(),
                                block.id(),
                                block.kind().name(),
                                block.subject(),
                                block.reason(),
                                block.blockedBy(),
                                Timestamp.from(block.blockedAt()),
                                block.until() == null ? null : Timestamp.from(block.until()))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Block> find(UUID id) {
        return jdbc.sql("select * from blocklist where id = ?")
                .param(id)
                .query(BlockTable::block)
                .optional();
    }

    /** Whether a customer has a conversation that has not ended. */
    @Transactional(readOnly = true)
    public boolean talks(UUID customer) {
        return jdbc.sql("select exists (select from conversation where customer_id = ? and state <> 'CLOSED')")
                .param(customer)
                .query(Boolean.class)
                .single();
    }

    /** The one that holds for a customer at this time. */
    @Transactional(readOnly = true)
    public Optional<Block> ofCustomer(UUID customer, Instant now) {
        return jdbc.sql("""
                        select * from blocklist where kind = 'CUSTOMER' and subject = ? and (until is null or until > ?)
                        """)
                .params(customer.toString(), Timestamp.from(now))
                .query(BlockTable::block)
                .optional();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from blocklist where id = ?").param(id).update() == 1;
    }

    /** Newest first; those whose time is over too. */
    @Transactional(readOnly = true)
    public List<Block> list(@Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from blocklist where :before::uuid is null or (blocked_at, id) <
                            (select blocked_at, id from blocklist where id = :before)
                        order by blocked_at desc, id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(BlockTable::block)
                .list();
    }

    /** All that hold at this time. */
    @Transactional(readOnly = true)
    public List<Block> holding(Instant now) {
        return jdbc.sql("select * from blocklist where until is null or until > ?")
                .param(Timestamp.from(now))
                .query(BlockTable::block)
                .list();
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        return new Block(
                row.getObject("id", UUID.class),
                Block.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("blocked_by"),
                row.getTimestamp("blocked_at").toInstant(),
                until == null ? null : until.toInstant());
    }
}
