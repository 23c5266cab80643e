package io.baton.leave;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Days of a leave by the year in which they lie; years of which it costs nothing are left out.
 *
 * @param days more than 0 each
 */
public record YearlyDays(SortedMap<Integer, BigDecimal> days) {

    public YearlyDays {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    static YearlyDays of(int year, BigDecimal days) {
        return new YearlyDays(days.signum() > 0 ? new TreeMap<>(Map.of(year, days)) : new TreeMap<>());
    }

    public BigDecimal sum() {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The accounts from which they are taken, the earliest first; hours have one account for all years. */
    Map<AccountId, BigDecimal> from(String agent, LeaveType type) {
        var accounts = new LinkedHashMap<AccountId, BigDecimal>();
        days.forEach((year, some) -> accounts.merge(AccountId.of(agent, type, year), some, BigDecimal::add));
        return accounts;
    }
}
