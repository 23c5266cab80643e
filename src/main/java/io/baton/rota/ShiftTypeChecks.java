package io.baton.rota;

import io.baton.identity.Department;
import io.baton.identity.Directory;
import io.baton.identity.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds what somebody wants a shift type to be against the tenant's calendar and departments. */
@Component
class ShiftTypeChecks {

    private final Directory directory;
    private final Tenants tenants;
    private final Clock clock;

    ShiftTypeChecks(Directory directory, Tenants tenants, Clock clock) {
        this.directory = directory;
        this.tenants = tenants;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
    }

    /** 422 with everything that is wrong with it. */
    void require(ShiftTypeDraft draft) {
        var departments = directory.departments().stream().map(Department::id).collect(Collectors.toSet());
        draft.require(departments, today());
    }
}
