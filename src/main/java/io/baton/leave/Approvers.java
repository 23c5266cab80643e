package io.baton.leave;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Tenant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The people who decide about requests. */
@Component
class Approvers {

    private final CurrentActor current;

    Approvers(CurrentActor current) {
        this.current = current;
    }

    List<String> of(LeaveRequest leave) {
        return leave.applicant().forAdmins() ? admins() : List.of();
    }

    List<String> admins() {
        return List.of();
    }

    Tenant tenant() {
        return current.tenant();
    }
}
