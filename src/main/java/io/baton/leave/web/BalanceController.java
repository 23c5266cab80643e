package io.baton.leave.web;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.leave.Balance;
import io.baton.leave.BalanceLedger;
import io.baton.leave.LeaveType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the own balances of a year, by default this one. */
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
    Page<View> own(@RequestParam(required = false) @Nullable Integer year) {
        var person = current.get();
        person.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var today = LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
        var wanted = year == null ? today.getYear() : year;
        if (Math.abs(wanted - today.getYear()) > 1) {
            throw Problem.invalid("year", "last, this or next year");
        }
        return Page.last(Stream.of(LeaveType.values())
                .filter(LeaveType::isCounted)
                .map(type -> View.of(ledger.of(person.id(), type, wanted)))
                .toList());
    }
}
