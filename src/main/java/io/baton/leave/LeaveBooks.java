package io.baton.leave;

import io.baton.kernel.TimeWindow;
import io.baton.rota.GivenBack;
import io.baton.rota.Rota;
import org.springframework.stereotype.Component;

/** What a request moves besides itself: the rota, the balance, its files. */
@Component
class LeaveBooks {

    private final Rota rota;
    private final BalanceLedger ledger;
    private final Attachments attachments;

    LeaveBooks(Rota rota, BalanceLedger ledger, Attachments attachments) {
        this.rota = rota;
        this.ledger = ledger;
        this.attachments = attachments;
    }

    /** Lets one request of a department be judged at a time. */
    void hold(Applicant applicant) {
        rota.holdDepartment(applicant.department(), applicant.id());
    }

    TimeWindow window(Applicant applicant, LeaveForm form) {
        return rota.impact(applicant.id(), null, form.span()).cut().window();
    }

    void give(LeaveRequest leave) {
        attachments.give(leave);
    }

    void reserve(LeaveRequest leave) {
        ledger.reserve(leave);
    }

    void release(LeaveRequest leave) {
        ledger.release(leave);
    }

    void apply(LeaveRequest leave) {
        rota.applyLeave(leave.id(), leave.applicant().id(), leave.form().span());
        ledger.debit(leave);
    }

    GivenBack giveBack(LeaveRequest leave) {
        ledger.credit(leave);
        return rota.giveBackLeave(leave.id());
    }
}
