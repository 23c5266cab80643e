package io.baton.leave;

import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in: records them, lets the rules judge, and admits or refuses. */
@Component
@Transactional
class LeaveIntake {

    private final Leaves leaves;
    private final LeaveTable table;
    private final LeaveRulebook rulebook;
    private final LeaveBooks books;
    private final Tenants tenants;
    private final Now now;

    LeaveIntake(Leaves leaves, LeaveTable table, LeaveRulebook rulebook, LeaveBooks books, Tenants tenants, Now now) {
        this.leaves = leaves;
        this.table = table;
        this.rulebook = rulebook;
        this.books = books;
        this.tenants = tenants;
        this.now = now;
    }

    /** Records a request of the current actor as it was asked for; nothing is decided by that. */
    LeaveRequest record(UUID id, LeaveForm form) {
        var actor = now.actor();
        var applicant = Applicant.of(actor);
        books.hold(applicant);
        var at = now.instant();
        var number = table.nextNumber(LocalDate.ofInstant(at, tenants.settings().zone()));
        var extent = books.extent(applicant, form);
        var leave = leaves.save(LeaveRequest.request(id, number, applicant, form, extent, actor, at));
        books.give(leave, form.attachments());
        return leave;
    }

    /** A request that was recorded and not yet judged; refuses any other, so that no process runs twice for one. */
    LeaveRequest recorded(UUID id) {
        var leave = leaves.hold(id);
        if (!leave.isPending()
                || leave.progress().admitted()
                || !leave.applicant().id().equals(now.actor().id())) {
            throw Problem.conflict("leave_decided");
        }
        return leave;
    }

    /** Cuts a leave of several days into days, and counts those that cost something. */
    LeaveSplit split(UUID id) {
        var leave = leaves.hold(id);
        var split = books.split(leave);
        leaves.save(leave.count(split, now.actor(), now.instant()));
        return split;
    }

    /** Admits the request when no rule is against it; true when it is. */
    boolean admit(UUID id) {
        var leave = leaves.hold(id);
        var said = rulebook.judge(leave);
        if (said.isAllowed()) {
            books.reserve(leaves.save(leave.admit(said, now.actor(), now.instant())));
        }
        return said.isAllowed();
    }

    void refuse(UUID id) {
        var leave = leaves.hold(id);
        leaves.save(leave.refuse(rulebook.judge(leave), now.actor(), now.instant()));
    }
}
