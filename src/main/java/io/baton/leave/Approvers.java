package io.baton.leave;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The people who decide about requests. While nobody knows them the request waits without a notice, and is not lost. */
@Component
class Approvers {

    private static final Logger log = LoggerFactory.getLogger(Approvers.class);

    private final Directory directory;
    private final CurrentActor current;

    Approvers(Directory directory, CurrentActor current) {
        this.directory = directory;
        this.current = current;
    }

    List<String> of(LeaveRequest leave) {
        var department = leave.applicant().department();
        boolean endorsed = leave.isPending() && leave.progress().endorsed() != null;
        if (leave.applicant().forAdmins() || department == null || endorsed) {
            return admins();
        }
        var managers = managers(department);
        return leave.progress().escalated()
                ? Stream.concat(managers.stream(), admins().stream()).toList()
                : managers;
    }

    List<String> managers(String department) {
        return known(() -> directory.managers(department));
    }

    List<String> admins() {
        return known(() -> directory.with(Role.ADMIN));
    }

    Tenant tenant() {
        return current.tenant();
    }

    private static List<String> known(Supplier<List<Person>> people) {
        try {
            return people.get().stream().map(Person::id).toList();
        } catch (Problem unavailable) {
            log.warn("approvers are not told: {}", unavailable.code());
            return List.of();
        }
    }
}
