package io.baton.leave;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of an account and what they add up to. The days that are lost first are the ones that are used first. */
record Account(LeaveType type, List<BalanceEntry> entries) {

    /** Days that came together, and how many of them nobody took or asked for. */
    record Lot(UUID id, @Nullable LocalDate expiresOn, BigDecimal left) {

        boolean isLostOn(LocalDate day) {
            return expiresOn != null && expiresOn.isBefore(day);
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Balance balance() {
        return new Balance(
                type,
                sum(BookingKind.GRANT),
                net(BookingKind.CARRY_IN, BookingKind.CARRY_OUT),
                net(BookingKind.EARN, BookingKind.REVERSE),
                sum(BookingKind.EXPIRE),
                net(BookingKind.DEBIT, BookingKind.CREDIT),
                net(BookingKind.RESERVE, BookingKind.RELEASE),
                expiring());
    }

    /** The next to be lost first; what waits for the end of the year comes last. */
    List<Lot> lots() {
        var taken = net(BookingKind.DEBIT, BookingKind.CREDIT)
                .add(net(BookingKind.RESERVE, BookingKind.RELEASE))
                .add(sum(BookingKind.CARRY_OUT));
        var lots = new ArrayList<Lot>();
        for (var entry : inOrderOfUse()) {
            var days = entry.booking().days().subtract(goneFrom(entry.id()));
            var used = days.min(taken);
            taken = taken.subtract(used);
            lots.add(new Lot(entry.id(), entry.booking().expiresOn(), Balance.plain(days.subtract(used))));
        }
        return lots;
    }

    /** What became too old of this entry, or was taken back. */
    BigDecimal goneFrom(UUID lot) {
        return sum(entry -> lot.equals(entry.booking().lot()));
    }

    BigDecimal sum(BookingKind kind) {
        return sum(entry -> entry.is(kind));
    }

    BigDecimal sum(Predicate<BalanceEntry> which) {
        return Balance.plain(entries.stream()
                .filter(which)
                .map(entry -> entry.booking().days())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What this request has in one kind and not yet back in the other. */
    BigDecimal open(UUID leave, BookingKind kind, BookingKind back) {
        Predicate<BalanceEntry> own = entry -> leave.equals(entry.booking().leave());
        return sum(own.and(entry -> entry.is(kind))).subtract(sum(own.and(entry -> entry.is(back))));
    }

    long count(Predicate<BalanceEntry> which) {
        return entries.stream().filter(which).count();
    }

    /** Whether it is booked already. */
    boolean has(Booking booking) {
        return entries.stream()
                .map(BalanceEntry::booking)
                .anyMatch(known -> known.kind() == booking.kind()
                        && known.cause().equals(booking.cause())
                        && Objects.equals(known.leave(), booking.leave()));
    }

    private BigDecimal net(BookingKind kind, BookingKind back) {
        return Balance.plain(sum(kind).subtract(sum(back)));
    }

    private Stream<BalanceEntry> opened() {
        return entries.stream().filter(entry -> entry.booking().kind().opensLot());
    }

    private List<BalanceEntry> inOrderOfUse() {
        return opened().sorted(comparing((BalanceEntry entry) -> entry.booking().expiresOn(), nullsLast(naturalOrder()))
                        .thenComparing(BalanceEntry::id))
                .toList();
    }

    private List<Balance.Expiring> expiring() {
        var expiring = new ArrayList<Balance.Expiring>();
        for (var lot : lots()) {
            var on = lot.expiresOn();
            if (on != null && lot.left().signum() > 0) {
                expiring.add(new Balance.Expiring(on, lot.left()));
            }
        }
        return expiring;
    }
}
