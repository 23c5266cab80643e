package io.baton.leave;

import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.leave.LeaveProcess.Variables;
import io.baton.rota.HalfDays;
import io.baton.workflow.TaskForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads forms, which may contain anything, and writes what forms and timers need. What a form shows is Baton's to say: a
 * form that comes back with it changed is refused.
 */
@Component
@Transactional
class LeavePaperwork {

    private static final List<String> SHOWN =
            List.of(Variables.MANAGERS_GROUP, Variables.BEGINS_AT, Variables.ENDS_AT, Variables.BLOCKED);

    private final Leaves leaves;
    private final ApprovalSheets sheets;
    private final Tenants tenants;

    LeavePaperwork(Leaves leaves, ApprovalSheets sheets, Tenants tenants) {
        this.leaves = leaves;
        this.sheets = sheets;
        this.tenants = tenants;
    }

    /** The request that a form of Tasklist makes; refuses the length that another process is for. */
    LeaveForm readForm(Map<String, Object> fields, boolean period) {
        TaskForm.refuseStrangers(fields, Variables.FORM);
        var form = LeaveForm.read(
                fields.get(Variables.TYPE),
                fields.get(Variables.START_DATE),
                fields.get(Variables.START_PERIOD),
                fields.get(Variables.END_DATE),
                fields.get(Variables.END_PERIOD),
                fields.get(Variables.REASON));
        if (form.isPeriod() != period) {
            throw Problem.invalid("endDate", period ? "more than one day" : "at most one day");
        }
        return form;
    }

    LeaveDecision readDecision(UUID id, Map<String, Object> fields) {
        return readDecision(id, fields, Variables.ALL);
    }

    /** @param known the variables of the process; any other is refused */
    LeaveDecision readDecision(UUID id, Map<String, Object> fields, Set<String> known) {
        refuseChanged(id, fields, known);
        if (!sheets.isGenuine(id, String.valueOf(fields.get(Variables.SHEET)))) {
            throw TaskForm.tampered(Variables.SHEET);
        }
        return LeaveDecision.read(fields.get(Variables.DECISION), fields.get(Variables.COMMENT));
    }

    void refuseChanged(UUID id, Map<String, Object> fields, Set<String> known) {
        TaskForm.refuseStrangers(fields, known);
        TaskForm.refuseChanged(fields, SHOWN, controls(id));
    }

    /** What the process is steered by, from the request as it is now. */
    Map<String, Object> controls(UUID id) {
        var leave = leaves.get(id);
        var settings = tenants.settings();
        var escalateAfter = settings.duration("leave.escalate-after", Duration.ofDays(1));
        return Map.of(
                Variables.BLOCKED, !leave.progress().admitted(),
                Variables.MANAGERS_GROUP, approvers(leave),
                Variables.DUE_AT, leave.createdAt().plus(escalateAfter).toString(),
                Variables.REMIND_AFTER,
                        settings.duration("leave.remind-after", Duration.ofHours(4))
                                .toString(),
                Variables.ESCALATE_AFTER, escalateAfter.toString(),
                Variables.BEGINS_AT, leave.window().start().toString(),
                Variables.ENDS_AT, leave.window().end().toString());
    }

    /** The sheet as JSON when somebody is to decide; nothing otherwise. */
    Optional<String> sheet(UUID id) {
        return Optional.of(leaves.get(id))
                .filter(leave -> leave.isPending() && leave.progress().admitted())
                .map(sheets::renew);
    }

    /** The sheet about days that are to be added, as JSON. */
    String extensionSheet(LeaveRequest leave, HalfDays added) {
        return sheets.renewExtension(leave, added);
    }

    void refuseOtherExtensionSheet(UUID id, @Nullable Object shown) {
        if (!sheets.isGenuineExtension(id, String.valueOf(shown))) {
            throw TaskForm.tampered("extensionSheet");
        }
    }

    String admins() {
        return tenants.settings().tenant() + ".admins";
    }

    private String approvers(LeaveRequest leave) {
        if (leave.applicant().forAdmins()) {
            return admins();
        }
        var managers = tenants.settings().tenant() + "." + leave.applicant().department() + ".managers";
        return leave.progress().escalated() ? managers + "," + admins() : managers;
    }
}
