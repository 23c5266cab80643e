package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Balances for people: everybody sees the own, who leads a department those of its people, administrators
 * also those of its managers. Overtime is booked by who leads
 * the department, never for oneself. Refuses with 404 {@code agent_unknown} whom the tenant does not have.
 */
@Component
@Transactional
public class Balances {

    private final BalanceLedger ledger;
    private final Accounts accounts;
    private final LedgerTable table;
    private final Employees employees;

    Balances(BalanceLedger ledger, Accounts accounts, LedgerTable table, Employees employees) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.table = table;
        this.employees = employees;
    }

    /** Of this, the last or the next year; refuses others with 422. */
    public List<Balance> of(@Nullable String agent, @Nullable Integer year) {
        var person = readable(agent);
        int today = accounts.today().getYear();
        int wanted = year == null ? today : year;
        if (Math.abs(wanted - today) > 1) {
            throw Problem.invalid("year", "last, this or next year");
        }
        return Stream.of(LeaveType.values())
                .filter(LeaveType::isCounted)
                .map(type -> ledger.of(person, type, wanted))
                .toList();
    }

    /** The lines of a person's accounts, newest first. */
    public Page<BalanceEntry> entries(
            String agent, @Nullable LeaveType type, @Nullable Integer year, Leaves.Window window) {
        var person = readable(agent);
        var after = window.cursor() == null ? null : Ids.parse(window.cursor(), "cursor_unknown");
        return Page.cut(
                table.page(person, type, year, after, window.limit() + 1),
                window.limit(),
                entry -> entry.id().toString());
    }

    /** How many hours make a day. */
    public BigDecimal hoursPerDay() {
        return accounts.terms().hoursPerDay();
    }

    /**
     * Books hours; the same again books nothing. Refuses with 422 a day that has not come, is so long ago that its hours
     * would be lost already, or has fewer hours.
     */
    public BalanceEntry earn(String agent, Overtime overtime) {
        var by = leaderOf(agent);
        var id = running(agent);
        var account = accounts.open(id);
        var known = earned(account).filter(entry -> !entry.reversed()).toList();
        var same = known.stream()
                .filter(entry -> overtime.equals(entry.booking().overtime()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var terms = accounts.terms();
        var expires = overtime.day().plusDays(terms.validDays());
        if (overtime.day().isAfter(accounts.today()) || expires.isBefore(accounts.today())) {
            throw Problem.invalid("day", "up to " + terms.validDays() + " days ago");
        }
        var worked = known.stream()
                .map(entry -> entry.booking().overtime())
                .filter(other -> other != null && other.day().equals(overtime.day()))
                .map(Overtime::hours)
                .reduce(overtime.hours(), BigDecimal::add);
        if (worked.compareTo(Overtime.MOST) > 0) {
            throw Problem.invalid("hours", "more than the day has, with what is booked");
        }
        long before = earned(account)
                .filter(entry -> overtime.equals(entry.booking().overtime()))
                .count();
        var cause = before == 0 ? overtime.cause() : overtime.cause() + " #" + (before + 1);
        var booking = Booking.of(BookingKind.EARN, overtime.days(terms.hoursPerDay()), cause)
                .expiring(expires)
                .earnedBy(overtime);
        return line(id, accounts.book(id, booking, by, OvertimeBooked::new));
    }

    /**
     * Takes booked hours back with a line of its own; once. Refuses with 409 {@code balance_spent} when they are not all
     * there any more.
     */
    public BalanceEntry reverse(String agent, String entry, String comment) {
        var by = leaderOf(agent);
        var earning = Ids.parse(entry, "booking_unknown");
        var id = running(agent);
        var account = accounts.open(id);
        var earned = earned(account)
                .filter(line -> line.id().equals(earning))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("booking_unknown"));
        var overtime = earned.booking().overtime();
        var before = account.entries().stream()
                .filter(line -> line.is(BookingKind.REVERSE)
                        && earning.equals(line.booking().lot()))
                .findFirst();
        if (before.isPresent() || overtime == null) {
            return before.orElseThrow(() -> Problem.notFound("booking_unknown"));
        }
        var days = earned.booking().days();
        if (account.goneFrom(earning).signum() > 0
                || account.balance().remaining().compareTo(days) < 0) {
            throw Problem.conflict("balance_spent");
        }
        var booking = Booking.of(BookingKind.REVERSE, days, earning.toString())
                .from(earning)
                .earnedBy(new Overtime(overtime.day(), overtime.hours(), comment));
        return line(id, accounts.book(id, booking, by, OvertimeReversed::new));
    }

    private String readable(@Nullable String agent) {
        return employees.readable(accounts.actor(), agent);
    }

    private Actor leaderOf(String agent) {
        var leader = accounts.actor();
        leader.require(Role.MANAGER, Role.ADMIN);
        if (agent.equals(leader.id())) {
            throw Problem.forbidden("balance_own_hours");
        }
        employees.ledBy(leader, agent);
        return leader;
    }

    private BalanceEntry line(AccountId id, UUID entry) {
        return table.account(id).entries().stream()
                .filter(line -> line.id().equals(entry))
                .findFirst()
                .orElseThrow();
    }

    private static AccountId running(String agent) {
        return AccountId.of(agent, LeaveType.COMPENSATORY, AccountId.RUNNING);
    }

    private static Stream<BalanceEntry> earned(Account account) {
        return account.entries().stream().filter(entry -> entry.is(BookingKind.EARN));
    }
}
