package io.baton.leave;

import io.baton.identity.Tenants;
import io.baton.kernel.Ids;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may still take of the counted types, per calendar year: entries are added and never changed, and booking
 * the same thing again books nothing.
 */
@Repository
public class BalanceLedger {

    private static final String YEARLY = "yearly";

    private final JdbcClient jdbc;
    private final Tenants tenants;

    BalanceLedger(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** The balance after the yearly entitlement was granted, which happens when it is first asked for. */
    @Transactional
    public Balance of(String agent, LeaveType type, int year) {
        var fallback = type == LeaveType.ANNUAL ? "5" : "0";
        var key = "leave.entitled-" + type.name().toLowerCase(Locale.ROOT);
        var yearly = new BigDecimal(tenants.settings().text(key, fallback));
        if (yearly.signum() > 0) {
            grant(agent, type, year, yearly, YEARLY);
        }
        return jdbc.sql("""
                select coalesce(sum(days) filter (where kind = 'GRANT'), 0) as entitled,
                       coalesce(sum(case kind when 'DEBIT' then days when 'CREDIT' then -days end), 0) as used,
                       coalesce(sum(case kind when 'RESERVE' then days when 'RELEASE' then -days end), 0) as reserved
                from leave_entry where agent_id = ? and type = ? and year = ?
                """)
                .params(agent, type.name(), year)
                .query((row, number) -> new Balance(
                        type, row.getBigDecimal("entitled"), row.getBigDecimal("used"), row.getBigDecimal("reserved")))
                .single();
    }

    /** Entitles somebody to more days; once for each cause. */
    @Transactional
    public void grant(String agent, LeaveType type, int year, BigDecimal days, String cause) {
        book(agent, year, type, "GRANT", days, null, cause);
    }

    void reserve(LeaveRequest leave) {
        book(leave, "RESERVE");
    }

    void release(LeaveRequest leave) {
        book(leave, "RELEASE");
    }

    void debit(LeaveRequest leave) {
        book(leave, "RELEASE");
        book(leave, "DEBIT");
    }

    void credit(LeaveRequest leave) {
        book(leave, "CREDIT");
    }

    void debit(LeaveRequest leave, BigDecimal days, String cause) {
        book(leave, "DEBIT", days, cause);
    }

    void credit(LeaveRequest leave, BigDecimal days, String cause) {
        book(leave, "CREDIT", days, cause);
    }

    private void book(LeaveRequest leave, String kind) {
        book(leave, kind, leave.cost(), leave.number());
    }

    private void book(LeaveRequest leave, String kind, BigDecimal days, String cause) {
        var form = leave.form();
        if (form.type().isCounted() && days.signum() > 0) {
            book(leave.applicant().id(), form.span().start().getYear(), form.type(), kind, days, leave.id(), cause);
        }
    }

    private void book(
            String agent, int year, LeaveType type, String kind, BigDecimal days, @Nullable UUID leave, String cause) {
        jdbc.sql("""
                insert into leave_entry (id, agent_id, year, type, kind, days, leave_id, cause)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(Ids.next(), agent, year, type.name(), kind, days)
                .param(leave)
                .param(cause)
                .update();
    }
}
