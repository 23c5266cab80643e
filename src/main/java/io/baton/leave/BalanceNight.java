package io.baton.leave;

import io.baton.identity.Tenants;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at everybody's balance once a night, so that the days of a year are granted, moved and lost also for people who
 * never look. Each person is a transaction of its own, and doing it on several nodes books everything once.
 */
@Component
class BalanceNight {

    private static final Logger log = LoggerFactory.getLogger(BalanceNight.class);

    private final BalanceLedger ledger;
    private final Employees employees;
    private final Tenants tenants;
    private final TenantScope scope;
    private final Clock clock;

    BalanceNight(BalanceLedger ledger, Employees employees, Tenants tenants, TenantScope scope, Clock clock) {
        this.ledger = ledger;
        this.employees = employees;
        this.tenants = tenants;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 20 * * *", zone = "UTC")
    void settle() {
        for (var tenant : tenants.all()) {
            try {
                scope.run(tenant, () -> settle(tenant, employees.ids()));
            } catch (RuntimeException failure) {
                log.error("the balances of {} are not settled tonight", tenant, failure);
            }
        }
    }

    /** Settles these people of the tenant that acts. */
    void settle(Tenant tenant, Collection<String> people) {
        int year = LocalDate.ofInstant(clock.instant(), tenants.settings(tenant).zone())
                .getYear();
        people.forEach(agent -> Stream.of(LeaveType.values())
                .filter(LeaveType::isCounted)
                .forEach(type -> ledger.of(agent, type, year)));
    }
}
