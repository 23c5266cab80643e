package io.baton.leave.web;

import io.baton.leave.EmploymentChanges;
import io.baton.leave.Entitlement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Since when somebody works, and how many days of annual leave that brings this year. */
@RestController
@RequestMapping("/api/v1/balances/{agent}/employment")
class EmploymentController {

    private final EmploymentChanges changes;

    EmploymentController(EmploymentChanges changes) {
        this.changes = changes;
    }

    record EmploymentDates(
            @Nullable LocalDate worksSince, @Nullable LocalDate employedSince) {}

    record EmploymentView(
            @Nullable LocalDate worksSince, @Nullable LocalDate employedSince, int year, BigDecimal entitled) {

        static EmploymentView of(Entitlement entitlement) {
            var employment = entitlement.employment();
            return new EmploymentView(
                    employment.worksSince(), employment.employedSince(), entitlement.year(), entitlement.days());
        }
    }

    @GetMapping
    EmploymentView get(@PathVariable String agent) {
        return EmploymentView.of(changes.of(lower(agent)));
    }

    @PutMapping
    EmploymentView put(@PathVariable String agent, @RequestBody EmploymentDates dates) {
        return EmploymentView.of(changes.change(lower(agent), dates.worksSince(), dates.employedSince()));
    }

    private static String lower(String agent) {
        return agent.toLowerCase(Locale.ROOT);
    }
}
