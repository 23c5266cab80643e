package io.baton.leave;

import org.springframework.stereotype.Component;

/** Knows which process a request runs: one for leave of up to a day, another for leave of several days. */
@Component
public class LeaveProcesses {

    private final LeaveProcess leave;
    private final PeriodLeaveProcess periodLeave;

    LeaveProcesses(LeaveProcess leave, PeriodLeaveProcess periodLeave) {
        this.leave = leave;
        this.periodLeave = periodLeave;
    }

    public RequestProcess of(LeaveForm form) {
        return form.isPeriod() ? periodLeave : leave;
    }

    public RequestProcess of(LeaveRequest request) {
        return request.isPeriod() ? periodLeave : leave;
    }
}
