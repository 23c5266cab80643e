package io.baton.development;

import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.leave.Employment;
import io.baton.leave.Employments;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Since when people work: from 25 years down to the newcomers of this year. What is written down stays as it is. */
@Component
@Lazy
class DemoEmployment {

    private final TenantScope scope;
    private final Tenants tenants;
    private final Employments employments;
    private final Clock clock;

    DemoEmployment(TenantScope scope, Tenants tenants, Employments employments, Clock clock) {
        this.scope = scope;
        this.tenants = tenants;
        this.employments = employments;
        this.clock = clock;
    }

    void fill(Tenant tenant) {
        scope.run(Actor.system(tenant), () -> {
            var today = LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
            DemoPeople.all().stream()
                    .filter(person -> person.tenant().equals(tenant.id())
                            && !person.id().replaceAll("\\D", "").isEmpty()
                            && employments.of(person.id()).equals(Employment.UNKNOWN))
                    .forEach(person -> employments.save(person.id(), since(number(person), today)));
        });
    }

    /** Many had another employer before. */
    private static Employment since(int number, LocalDate today) {
        var years = number % 12 == 0 ? 0 : 1 + number * 7 % 25;
        return new Employment(
                today.minusYears(years).minusMonths(4).minusDays(number),
                today.minusYears(years / 2).minusMonths(4).minusDays(number));
    }

    private static int number(DemoPerson person) {
        return Integer.parseInt(person.id().replaceAll("\\D", ""));
    }
}
