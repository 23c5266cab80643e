package io.baton.leave;

import io.baton.kernel.Problem;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may still take of the counted types. Lines are added and never changed, booking the same thing again books
 * nothing, and nobody takes more than remains: refused with 409 {@code balance_exceeded}. Who also holds a department or a
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

    void reserve(LeaveRequest leave) {
        take(leave, BookingKind.RESERVE, cost(leave), leave.number());
    }

    void release(LeaveRequest leave) {
        putBack(leave, BookingKind.RESERVE, BookingKind.RELEASE);
    }

    void debit(LeaveRequest leave) {
        release(leave);
        debit(leave, cost(leave), leave.number());
    }

    /** Takes more for a leave that is extended; once for each cause. */
    void debit(LeaveRequest leave, BigDecimal days, String cause) {
        take(leave, BookingKind.DEBIT, days, cause);
    }

    void credit(LeaveRequest leave) {
        putBack(leave, BookingKind.DEBIT, BookingKind.CREDIT);
    }

    /** Gives days of a leave that ends early back, at most those that it took; once for each cause. */
    void credit(LeaveRequest leave, BigDecimal days, String cause) {
        if (isCounted(leave)) {
            var id = account(leave);
            var account = accounts.read(id);
            var back = days.min(account.open(leave.id(), BookingKind.DEBIT, BookingKind.CREDIT));
            book(id, account, Booking.of(BookingKind.CREDIT, back, cause, leave));
        }
    }

    private void take(LeaveRequest leave, BookingKind kind, BigDecimal days, String cause) {
        if (!isCounted(leave)) {
            return;
        }
        var id = account(leave);
        var account = accounts.open(id);
        var booking = Booking.of(kind, days, cause, leave);
        if (!account.has(booking) && account.balance().remaining().compareTo(days) < 0) {
            throw Problem.conflict("balance_exceeded");
        }
        book(id, account, booking);
    }

    /** Whatever the request still has, however much that is by now. */
    private void putBack(LeaveRequest leave, BookingKind kind, BookingKind back) {
        if (isCounted(leave)) {
            var id = account(leave);
            var account = accounts.read(id);
            book(id, account, Booking.of(back, account.open(leave.id(), kind, back), leave.number(), leave));
        }
    }

    private void book(AccountId id, Account account, Booking booking) {
        if (booking.days().signum() > 0 && !account.has(booking)) {
            accounts.book(id, booking);
        }
    }

    private static boolean isCounted(LeaveRequest leave) {
        return leave.form().type().isCounted();
    }

    /** A leave over New Year is taken from the year in which it begins. */
    private static AccountId account(LeaveRequest leave) {
        var form = leave.form();
        return AccountId.of(
                leave.applicant().id(), form.type(), form.span().start().getYear());
    }

    private static BigDecimal cost(LeaveRequest leave) {
        return leave.cost();
    }
}
