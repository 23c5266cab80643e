package io.baton.leave;

import io.baton.kernel.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may still take of the counted types. Lines are added and never changed, booking the same thing again books
 * nothing, and nobody takes more than remains: refused with 409 {@code balance_exceeded}. Each day of a leave is taken from
 * the year in which it lies. Who also holds a department or a
 * person on the rota does so first.
 */
@Component
@Transactional
public class BalanceLedger {

    private final Accounts accounts;

    BalanceLedger(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The balance of today. What was earned belongs to no year and is the same for each. */
    public Balance of(String agent, LeaveType type, int year) {
        return accounts.open(AccountId.of(agent, type, year)).balance();
    }

    /** Entitles somebody to more days; once for each cause. */
    public void grant(String agent, LeaveType type, int year, BigDecimal days, String cause) {
        var booking = Booking.of(BookingKind.GRANT, days, cause);
        accounts.book(AccountId.of(agent, type, year), booking, accounts.actor(), BalanceGranted::new);
    }

    /** The balance of today as it would be without what this request has reserved. */
    Balance without(UUID leave, String agent, LeaveType type, int year) {
        var account = accounts.open(AccountId.of(agent, type, year));
        return account.balance().without(account.open(leave, BookingKind.RESERVE, BookingKind.RELEASE));
    }

    void reserve(LeaveRequest leave, YearlyDays cost) {
        take(leave, BookingKind.RESERVE, cost, leave.number());
    }

    void release(LeaveRequest leave) {
        putBack(leave, BookingKind.RESERVE, BookingKind.RELEASE);
    }

    void debit(LeaveRequest leave, YearlyDays cost) {
        release(leave);
        debit(leave, cost, leave.number());
    }

    /** Takes more for a leave that is extended; once for each cause. */
    void debit(LeaveRequest leave, YearlyDays days, String cause) {
        take(leave, BookingKind.DEBIT, days, cause);
    }

    void credit(LeaveRequest leave) {
        putBack(leave, BookingKind.DEBIT, BookingKind.CREDIT);
    }

    /**
     * Gives days of a leave that ends early back to their years, at most those that it took; once for each cause. What a
     * year did not give goes back to the others, the last one first.
     */
    void credit(LeaveRequest leave, YearlyDays days, String cause) {
        if (!isCounted(leave)) {
            return;
        }
        var taken = taken(leave, BookingKind.DEBIT, BookingKind.CREDIT);
        var any = Booking.of(BookingKind.CREDIT, BigDecimal.ONE, cause, leave);
        if (taken.keySet().stream().anyMatch(id -> accounts.read(id).has(any))) {
            return;
        }
        var back = new LinkedHashMap<AccountId, BigDecimal>();
        days.from(leave.applicant().id(), leave.form().type())
                .forEach((id, some) -> back.put(id, some.min(taken.getOrDefault(id, BigDecimal.ZERO))));
        var rest = days.sum().subtract(back.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        for (var id : List.copyOf(taken.keySet()).reversed()) {
            var more = rest.min(Objects.requireNonNull(taken.get(id)).subtract(back.getOrDefault(id, BigDecimal.ZERO)));
            back.merge(id, more, BigDecimal::add);
            rest = rest.subtract(more);
        }
        back.forEach((id, some) -> book(id, accounts.read(id), Booking.of(BookingKind.CREDIT, some, cause, leave)));
    }

    /** All of it or nothing: what one of the years cannot give refuses the others, too. */
    private void take(LeaveRequest leave, BookingKind kind, YearlyDays days, String cause) {
        if (isCounted(leave)) {
            days.from(leave.applicant().id(), leave.form().type())
                    .forEach((id, some) -> take(id, Booking.of(kind, some, cause, leave)));
        }
    }

    private void take(AccountId id, Booking booking) {
        var account = accounts.open(id);
        if (!account.has(booking) && account.balance().remaining().compareTo(booking.days()) < 0) {
            throw Problem.conflict("balance_exceeded");
        }
        book(id, account, booking);
    }

    /** Whatever the request still has, however much that is by now. */
    private void putBack(LeaveRequest leave, BookingKind kind, BookingKind back) {
        if (isCounted(leave)) {
            taken(leave, kind, back)
                    .forEach((id, days) -> book(id, accounts.read(id), Booking.of(back, days, leave.number(), leave)));
        }
    }

    /** What the request has of each account, the earliest year first. */
    private Map<AccountId, BigDecimal> taken(LeaveRequest leave, BookingKind kind, BookingKind back) {
        var taken = new LinkedHashMap<AccountId, BigDecimal>();
        accounts.of(leave).forEach(id -> taken.put(id, accounts.read(id).open(leave.id(), kind, back)));
        return taken;
    }

    private void book(AccountId id, Account account, Booking booking) {
        if (booking.days().signum() > 0 && !account.has(booking)) {
            accounts.book(id, booking);
        }
    }

    private static boolean isCounted(LeaveRequest leave) {
        return leave.form().type().isCounted();
    }
}
