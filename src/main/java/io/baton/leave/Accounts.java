package io.baton.leave;

import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.leave.Account.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings accounts up to date when somebody looks: what the year brings is granted, what remained of the year before moves
 * over, what is too old is lost. Holds the person's accounts to the end of the transaction, so that doing it twice or on
 * two nodes books everything once.
 */
@Component
@Transactional
class Accounts {

    private static final String YEARLY = "yearly";

    private final LedgerTable table;
    private final Employees employees;
    private final Employments employments;
    private final Tenants tenants;
    private final Now now;
    private final ApplicationEventPublisher events;

    Accounts(
            LedgerTable table,
            Employees employees,
            Employments employments,
            Tenants tenants,
            Now now,
            ApplicationEventPublisher events) {
        this.table = table;
        this.employees = employees;
        this.employments = employments;
        this.tenants = tenants;
        this.now = now;
        this.events = events;
    }

    /** The account as it is today. */
    Account open(AccountId id) {
        table.lock(id.agent());
        int thisYear = today().getYear();
        if (id.type() == LeaveType.ANNUAL && id.year() < thisYear) {
            upToDate(new AccountId(id.agent(), id.type(), thisYear));
            return table.account(id);
        }
        return upToDate(id);
    }

    /** The accounts from which the request ever took anything, the earliest year first. */
    List<AccountId> of(LeaveRequest leave) {
        var person = leave.applicant().id();
        var type = leave.form().type();
        return table.years(person, type, leave.id()).stream()
                .map(year -> new AccountId(person, type, year))
                .toList();
    }

    /** The account as it was left; for what only gives back, which needs to hold nothing. */
    Account read(AccountId id) {
        return table.account(id);
    }

    Actor actor() {
        return now.actor();
    }

    /** Books what a person does; the same again books nothing. */
    void book(AccountId id, Booking booking) {
        table.book(Ids.next(), id, booking, now.actor(), now.instant());
    }

    /** Books what no request does, and tells it. */
    UUID book(AccountId id, Booking booking, Actor by, Function<BalanceChange, BalanceEvent> event) {
        var entry = Ids.next();
        if (table.book(entry, id, booking, by, now.instant())) {
            var department =
                    employees.find(id.agent()).map(Employee::department).orElse(null);
            events.publishEvent(
                    event.apply(new BalanceChange(id.agent(), id.type(), department, booking, by, now.instant())));
        }
        return entry;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now.instant(), tenants.settings().zone());
    }

    BalanceTerms terms() {
        return BalanceTerms.of(tenants.settings());
    }

    private Account upToDate(AccountId id) {
        if (id.type() == LeaveType.ANNUAL) {
            int thisYear = today().getYear();
            // Years before the person had an account bring nothing any more.
            if (id.year() < thisYear && !table.isOpenedBy(id)) {
                return table.account(id);
            }
            if (id.year() <= thisYear) {
                carryInto(id);
            }
            grant(id, id.year() < thisYear);
        }
        return expire(id);
    }

    /** Moves what is left of the year before, also what came back after most of it had moved already. */
    private void carryInto(AccountId id) {
        var last = id.yearBefore();
        var account = upToDate(last);
        var terms = terms();
        var left = account.lots().stream().map(Lot::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        var room = terms.carryMost().subtract(account.sum(BookingKind.CARRY_OUT));
        var moved = left.min(room);
        if (moved.signum() > 0) {
            var cause = "%d → %d #%d"
                    .formatted(last.year(), id.year(), 1 + account.count(entry -> entry.is(BookingKind.CARRY_OUT)));
            table.book(Ids.next(), last, Booking.of(BookingKind.CARRY_OUT, moved, cause), system(), now.instant());
            var in = Booking.of(BookingKind.CARRY_IN, moved, cause).expiring(terms.carriedUntil(id.year()));
            bookAutomatically(id, in, BalanceCarried::new);
        }
        if (moved.compareTo(left) < 0) {
            var rest = table.account(last);
            rest.lots().forEach(lot -> expire(last, rest, lot));
        }
    }

    /**
     * More when it becomes known before the year is over that somebody works for longer; what was granted is never taken
     * back.
     */
    private void grant(AccountId id, boolean over) {
        var due = Balance.plain(terms().entitled(employments.of(id.agent()), id.year()));
        var granted = table.account(id)
                .sum(entry ->
                        entry.is(BookingKind.GRANT) && entry.booking().cause().startsWith(YEARLY));
        if (due.compareTo(granted) > 0 && !(over && granted.signum() > 0)) {
            var cause = granted.signum() == 0 ? YEARLY : YEARLY + " " + due.toPlainString();
            bookAutomatically(id, Booking.of(BookingKind.GRANT, due.subtract(granted), cause), BalanceGranted::new);
        }
    }

    private Account expire(AccountId id) {
        var account = table.account(id);
        var today = today();
        var lost = account.lots().stream()
                .filter(lot -> lot.isLostOn(today) && lot.left().signum() > 0)
                .toList();
        lost.forEach(lot -> expire(id, account, lot));
        return lost.isEmpty() ? account : table.account(id);
    }

    private void expire(AccountId id, Account account, Lot lot) {
        if (lot.left().signum() > 0) {
            long times = account.count(entry -> entry.is(BookingKind.EXPIRE)
                    && lot.id().equals(entry.booking().lot()));
            var cause = lot.id() + " #" + (times + 1);
            var booking = Booking.of(BookingKind.EXPIRE, lot.left(), cause)
                    .from(lot.id())
                    .expiring(lot.expiresOn());
            bookAutomatically(id, booking, BalanceExpired::new);
        }
    }

    private void bookAutomatically(AccountId id, Booking booking, Function<BalanceChange, BalanceEvent> event) {
        book(id, booking, system(), event);
    }

    private Actor system() {
        return Actor.system(now.actor().tenant());
    }
}
