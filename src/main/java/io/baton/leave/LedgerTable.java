package io.baton.leave;

import io.baton.kernel.Actor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of all accounts. Adds some and changes none: the database does not let it. */
@Repository
class LedgerTable {

    private static final String LINES = """
            select e.*, exists (
                select from leave_entry r where r.kind = 'REVERSE' and r.lot = e.id) as reversed
            from leave_entry e where e.agent_id = :agent
            """;

    private final JdbcClient jdbc;

    LedgerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps everybody else from taking days of the person until the transaction ends. */
    void lock(String agent) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('balance/' || current_setting('app.tenant') || '/' || ?, 0))")
                .param(agent)
                .query((row, number) -> true)
                .single();
    }

    Account account(AccountId id) {
        return new Account(
                id.type(),
                jdbc.sql(LINES + "and e.type = :type and e.year = :year order by e.id")
                        .param("agent", id.agent())
                        .param("type", id.type().name())
                        .param("year", id.year())
                        .query(LedgerTable::read)
                        .list());
    }

    /** The years of the accounts in which something is booked for this request. */
    List<Integer> years(String agent, LeaveType type, UUID leave) {
        return jdbc.sql("""
                        select distinct year from leave_entry
                        where leave_id = ? and agent_id = ? and type = ? order by year
                        """)
                .params(leave, agent, type.name())
                .query(Integer.class)
                .list();
    }

    /** Whether the person had such an account in this year or before. */
    boolean isOpenedBy(AccountId id) {
        return jdbc.sql("select exists (select from leave_entry where agent_id = ? and type = ? and year <= ?)")
                .params(id.agent(), id.type().name(), id.year())
                .query(Boolean.class)
                .single();
    }

    /** Newest first: of one type or of all, of one year (and the account that belongs to none) or of all. */
    List<BalanceEntry> page(
            String agent, @Nullable LeaveType type, @Nullable Integer year, @Nullable UUID after, int limit) {
        return jdbc.sql(LINES + """
                and (:type::text is null or e.type = :type)
                and (:year::int is null or e.year in (:year, 0))
                and (:after::uuid is null or e.id < :after)
                order by e.id desc limit :limit
                """)
                .param("agent", agent)
                .param("type", type == null ? null : type.name())
                .param("year", year)
                .param("after", after)
                .param("limit", limit)
                .query(LedgerTable::read)
                .list();
    }

    /** Books it under this id, unless the same is booked already. */
    boolean book(UUID entry, AccountId id, Booking booking, Actor by, Instant at) {
        var overtime = booking.overtime();
        return jdbc.sql("""
                insert into leave_entry (id, agent_id, year, type, kind, days, leave_id, cause, lot, expires_on,
                    day, hours, note, booked_by, booked_by_name, at)
                values (:id, :agent, :year, :type, :kind, :days, :leave, :cause, :lot, :expires,
                    :day, :hours, :note, :by, :byName, :at) on conflict do nothing
                """)
                        .param("id", entry)
                        .param("agent", id.agent())
                        .param("year", id.year())
                        .param("type", id.type().name())
                        .param("kind", booking.kind().name())
                        .param("days", booking.days())
                        .param("leave", booking.leave())
                        .param("cause", booking.cause())
                        .param("lot", booking.lot())
                        .param("expires", booking.expiresOn())
                        .param("day", overtime == null ? null : overtime.day())
                        .param("hours", overtime == null ? null : overtime.hours())
                        .param("note", overtime == null ? null : overtime.reason())
                        .param("by", by.id())
                        .param("byName", by.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static BalanceEntry read(ResultSet row, int number) throws SQLException {
        return new BalanceEntry(
                row.getObject("id", UUID.class),
                LeaveType.valueOf(row.getString("type")),
                row.getInt("year"),
                new Booking(
                        BookingKind.valueOf(row.getString("kind")),
                        Balance.plain(row.getBigDecimal("days")),
                        row.getString("cause"),
                        row.getObject("leave_id", UUID.class),
                        row.getObject("lot", UUID.class),
                        row.getObject("expires_on", LocalDate.class),
                        overtime(row)),
                row.getString("booked_by"),
                row.getString("booked_by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("reversed"));
    }

    private static @Nullable Overtime overtime(ResultSet row) throws SQLException {
        BigDecimal hours = row.getBigDecimal("hours");
        return hours == null
                ? null
                : new Overtime(row.getObject("day", LocalDate.class), Balance.plain(hours), row.getString("note"));
    }
}
