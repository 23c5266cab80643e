package io.baton.swap;

import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.swap.ChainSwapProcess.Variables;
import io.baton.workflow.TaskForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads forms, which may contain anything, and writes what forms and timers need. What a form shows is Baton's to say: a
 * form that comes back with it changed is refused.
 */
@Component
@Transactional
class SwapPaperwork {

    private static final List<String> SHOWN = List.of(
            Variables.PARTICIPANT_COUNT, Variables.DEPARTMENT_COUNT, Variables.CONFIRM_UNTIL, Variables.SETTLE_UNTIL);

    private final Swaps swaps;
    private final SwapSheets sheets;
    private final Tenants tenants;
    private final Now now;

    SwapPaperwork(Swaps swaps, SwapSheets sheets, Tenants tenants, Now now) {
        this.swaps = swaps;
        this.sheets = sheets;
        this.tenants = tenants;
        this.now = now;
    }

    /**
     * What a participant says; refuses with 403 whoever is not asked, or answers in the place of somebody else.
     *
     * @param asked whom the task asks
     */
    SwapAnswer readAnswer(UUID id, @Nullable String asked, Map<String, Object> fields) {
        if (!now.actor().id().equals(asked)) {
            throw Problem.forbidden("forbidden");
        }
        swaps.hold(id).guardAsked(now.actor());
        refuseChanged(id, fields);
        return SwapAnswer.read(fields.get(Variables.ANSWER), fields.get(Variables.COMMENT));
    }

    /**
     * What a department says; refuses with 403 whoever does not lead it, or takes part.
     *
     * @param offered the groups that the task is offered to
     */
    SwapDecision readDecision(UUID id, String department, Set<String> offered, Map<String, Object> fields) {
        if (!offered.contains(managers(department))) {
            throw TaskForm.tampered(Variables.DEPARTMENT);
        }
        swaps.hold(id).guardDecider(department, now.actor());
        refuseChanged(id, fields);
        return SwapDecision.read(fields.get(Variables.DECISION), fields.get(Variables.COMMENT));
    }

    private void refuseChanged(UUID id, Map<String, Object> fields) {
        TaskForm.refuseStrangers(fields, Variables.ALL);
        TaskForm.refuseChanged(fields, SHOWN, controls(id));
        if (!sheets.isGenuine(id, String.valueOf(fields.get(Variables.SHEET)))) {
            throw TaskForm.tampered(Variables.SHEET);
        }
    }

    /** What the process is steered by, from the swap as it is now. */
    Map<String, Object> controls(UUID id) {
        var swap = swaps.get(id);
        var deadlines = Objects.requireNonNull(swap.progress().deadlines());
        var settings = tenants.settings();
        return Map.of(
                Variables.PARTICIPANTS,
                        swap.others().stream().map(SwapItem::agentId).collect(Collectors.joining(",")),
                Variables.PARTICIPANT_COUNT, swap.others().size(),
                Variables.DEPARTMENTS,
                        swap.approvals().stream().map(SwapApproval::department).collect(Collectors.joining(",")),
                Variables.DEPARTMENT_COUNT, swap.approvals().size(),
                Variables.DECLINED, false,
                Variables.REJECTED, false,
                Variables.CONFIRM_UNTIL, deadlines.confirm().toString(),
                Variables.SETTLE_UNTIL, deadlines.settle().toString(),
                Variables.REMIND_AFTER,
                        settings.duration("swap.remind-after", Duration.ofHours(4))
                                .toString(),
                Variables.ESCALATE_AFTER,
                        settings.duration("swap.escalate-after", Duration.ofDays(1))
                                .toString());
    }

    /** The sheet as of now, as JSON. */
    String renewSheet(UUID id) {
        return sheets.renew(swaps.get(id));
    }

    /** Whom a department's task is offered to. */
    String approvers(UUID id, String department) {
        var managers = managers(department);
        return swaps.get(id).progress().escalated() ? managers + "," + admins() : managers;
    }

    String admins() {
        return tenants.settings().tenant() + ".admins";
    }

    private String managers(String department) {
        return tenants.settings().tenant() + "." + department + ".managers";
    }
}
