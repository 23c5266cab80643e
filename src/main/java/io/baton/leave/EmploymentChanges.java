package io.baton.leave;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Since when people work, for people: everybody sees the own dates, whoever looks after a balance also changes those of
 * others. More days are granted at once; days that were granted stay. Refuses with 404 {@code agent_unknown} whom the
 * tenant does not have.
 */
@Component
@Transactional
public class EmploymentChanges {

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private final Employees employees;
    private final Employments employments;
    private final Accounts accounts;
    private final BalanceLedger ledger;
    private final Now now;
    private final ApplicationEventPublisher events;

    EmploymentChanges(
            Employees employees,
            Employments employments,
            Accounts accounts,
            BalanceLedger ledger,
            Now now,
            ApplicationEventPublisher events) {
        this.employees = employees;
        this.employments = employments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.now = now;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Entitlement of(String person) {
        return entitlement(employments.of(employees.readable(now.actor(), person)));
    }

    /** The same again changes nothing. Refuses with 422 what lies ahead, or a first day here before the first day anywhere. */
    public Entitlement change(String person, @Nullable LocalDate worksSince, @Nullable LocalDate employedSince) {
        var by = now.actor();
        by.require(Role.MANAGER, Role.ADMIN);
        if (person.equals(by.id())) {
            throw Problem.forbidden("employment_own");
        }
        var employee = employees.ledBy(by, person);
        requirePast("worksSince", worksSince);
        requirePast("employedSince", employedSince);
        if (worksSince != null && employedSince != null && employedSince.isBefore(worksSince)) {
            throw Problem.invalid("employedSince", "before worksSince");
        }
        var was = employments.of(person);
        var is = new Employment(worksSince, employedSince);
        if (!is.equals(was)) {
            employments.save(person, is);
            events.publishEvent(new EmploymentChanged(by, person, employee.department(), was, is, now.instant()));
        }
        ledger.of(person, LeaveType.ANNUAL, accounts.today().getYear());
        return entitlement(is);
    }

    private Entitlement entitlement(Employment employment) {
        int year = accounts.today().getYear();
        return new Entitlement(employment, year, accounts.terms().entitled(employment, year));
    }

    private void requirePast(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(accounts.today()))) {
            throw Problem.invalid(field, EARLIEST + " to today");
        }
    }
}
