package io.baton.leave;

import io.baton.identity.Leads;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Tenant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people who decide about requests. While nobody knows them the request waits without a notice, and is not lost. */
@Component
class Approvers {

    private final Leads leads;
    private final CurrentActor current;

    Approvers(Leads leads, CurrentActor current) {
        this.leads = leads;
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
        return leads.managers(department);
    }

    List<String> admins() {
        return leads.admins();
    }

    Tenant tenant() {
        return current.tenant();
    }
}
