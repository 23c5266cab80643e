package io.baton.leave;

import static io.baton.leave.BookingKind.CARRY_IN;
import static io.baton.leave.BookingKind.CARRY_OUT;
import static io.baton.leave.BookingKind.CREDIT;
import static io.baton.leave.BookingKind.DEBIT;
import static io.baton.leave.BookingKind.EARN;
import static io.baton.leave.BookingKind.EXPIRE;
import static io.baton.leave.BookingKind.GRANT;
import static io.baton.leave.BookingKind.RELEASE;
import static io.baton.leave.BookingKind.RESERVE;
import static io.baton.leave.BookingKind.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lines of an account add up to. */
class AccountTests {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);
    private static final UUID LEAVE = new UUID(0, 99);

    private final List<BalanceEntry> entries = new ArrayList<>();

    @Test
    void addsUpWhatRemains() {
        line(GRANT, "5", null);
        line(CARRY_IN, "3", MARCH);
        line(RESERVE, "1.5", null);
        line(RELEASE, "0.5", null);
        line(DEBIT, "2", null);
        line(CREDIT, "1", null);
        line(CARRY_OUT, "1", null);

        var balance = account().balance();

        assertThat(balance.entitled()).isEqualByComparingTo("5");
        assertThat(balance.carried()).isEqualByComparingTo("2");
        assertThat(balance.used()).isEqualByComparingTo("1");
        assertThat(balance.reserved()).isEqualByComparingTo("1");
        assertThat(balance.total()).isEqualTo(new BigDecimal("7"));
        assertThat(balance.remaining()).isEqualTo(new BigDecimal("5"));
        assertThat(balance.without(BigDecimal.ONE).remaining()).isEqualTo(new BigDecimal("6"));
    }

    @Test
    void usesUpFirstWhatIsLostFirst() {
        line(GRANT, "5", null);
        line(EARN, "1", JUNE);
        line(CARRY_IN, "3", MARCH);
        line(DEBIT, "3.5", null);

        assertThat(account().lots()).extracting(Account.Lot::left).containsExactly(days("0"), days("0.5"), days("5"));
        assertThat(account().balance().expiring()).containsExactly(new Balance.Expiring(JUNE, days("0.5")));
    }

    @Test
    void losesOnlyWhatNobodyTookOrAskedFor() {
        var carried = line(CARRY_IN, "3", MARCH);
        line(GRANT, "5", null);
        line(RESERVE, "1", null);

        var lot = account().lots().getFirst();
        assertThat(lot.left()).isEqualTo(days("2"));
        assertThat(lot.isLostOn(MARCH)).isFalse();
        assertThat(lot.isLostOn(MARCH.plusDays(1))).isTrue();

        entries.add(entry(EXPIRE, "2", null, carried));
        assertThat(account().balance().remaining()).isEqualTo(days("5"));
        assertThat(account().lots()).extracting(Account.Lot::left).containsExactly(days("0"), days("5"));
    }

    @Test
    void takesAgainFromWhatIsStillThereAfterSomeWasTakenBack() {
        var wrong = line(EARN, "1", MARCH);
        line(EARN, "1", JUNE);
        line(DEBIT, "1", null);

        entries.add(entry(REVERSE, "1", null, wrong));

        assertThat(account().lots()).extracting(Account.Lot::left).containsExactly(days("0"), days("0"));
        assertThat(account().balance().remaining()).isZero();
        assertThat(account().goneFrom(wrong)).isEqualTo(days("1"));
    }

    @Test
    void knowsWhatARequestStillHas() {
        line(GRANT, "5", null);
        entries.add(entry(DEBIT, "2", LEAVE, null));
        entries.add(entry(CREDIT, "0.5", LEAVE, null));

        assertThat(account().open(LEAVE, DEBIT, CREDIT)).isEqualByComparingTo("1.5");
        assertThat(account().open(new UUID(0, 98), DEBIT, CREDIT)).isZero();
    }

    @Test
    void recognisesWhatIsBookedAlready() {
        entries.add(entry(DEBIT, "2", LEAVE, null));
        var again = entries.getFirst().booking();

        assertThat(account().has(again)).isTrue();
        assertThat(account().has(Booking.of(DEBIT, days("2"), again.cause()))).isFalse();
        assertThat(account().has(new Booking(CREDIT, days("2"), again.cause(), LEAVE, null, null, null)))
                .isFalse();
        assertThat(account().has(new Booking(DEBIT, days("2"), "other", LEAVE, null, null, null)))
                .isFalse();
    }

    @Test
    void isEmptyWithoutLines() {
        assertThat(account().isEmpty()).isTrue();
        assertThat(account().balance().remaining()).isZero();
        assertThat(account().balance().expiring()).isEmpty();
    }

    private Account account() {
        return new Account(LeaveType.ANNUAL, List.copyOf(entries));
    }

    private UUID line(BookingKind kind, String days, @Nullable LocalDate expiresOn) {
        var entry = entry(kind, days, null, null);
        entries.add(new BalanceEntry(
                entry.id(),
                entry.type(),
                entry.year(),
                entry.booking().expiring(expiresOn),
                "system",
                "Baton",
                entry.at(),
                false));
        return entry.id();
    }

    private BalanceEntry entry(BookingKind kind, String days, @Nullable UUID leave, @Nullable UUID lot) {
        var number = entries.size() + 1;
        return new BalanceEntry(
                new UUID(0, number),
                LeaveType.ANNUAL,
                2027,
                new Booking(kind, days(days), "cause " + number, leave, lot, null, null),
                "system",
                "Baton",
                Instant.EPOCH,
                false);
    }

    private static BigDecimal days(String text) {
        return Balance.plain(new BigDecimal(text));
    }
}
