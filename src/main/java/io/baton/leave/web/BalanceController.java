package io.baton.leave.web;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Role;
import io.baton.leave.Balance;
import io.baton.leave.BalanceLedger;
import io.baton.leave.LeaveType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the own balances of this year. */
@RestController
class BalanceController {

    private final BalanceLedger ledger;
    private final Tenants tenants;
    private final CurrentActor current;
    private final Clock clock;

    BalanceController(BalanceLedger ledger, Tenants tenants, CurrentActor current, Clock clock) {
        this.ledger = ledger;
        this.tenants = tenants;
        this.current = current;
        this.clock = clock;
    }

    record View(LeaveType type, BigDecimal entitled, BigDecimal used, BigDecimal reserved, BigDecimal remaining) {

        static View of(Balance balance) {
            return new View(
                    balance.type(), balance.entitled(), balance.used(), balance.reserved(), balance.remaining());
        }
    }

    @GetMapping("/api/v1/leaves/balances")
    Page<View> own() {
        var person = current.get();
        person.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var year = LocalDate.ofInstant(clock.instant(), tenants.settings().zone()).getYear();
        return Page.last(Stream.of(LeaveType.values())
                .filter(LeaveType::isCounted)
                .map(type -> View.of(ledger.of(person.id(), type, year)))
                .toList());
    }
}
