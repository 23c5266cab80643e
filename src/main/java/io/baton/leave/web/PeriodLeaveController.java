package io.baton.leave.web;

import io.baton.leave.Attachments;
import io.baton.leave.LeaveDecision;
import io.baton.leave.LeaveRequest;
import io.baton.leave.LeaveReturn;
import io.baton.leave.Leaves;
import io.baton.leave.PeriodLeaveProcess;
import io.baton.leave.Progress;
import io.baton.rota.Half;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done about a leave of several days while the person is away: back early, or away longer. */
@RestController
@RequestMapping("/api/v1/leaves/{id}")
class PeriodLeaveController {

    private final PeriodLeaveProcess process;
    private final Leaves leaves;
    private final Attachments attachments;

    PeriodLeaveController(PeriodLeaveProcess process, Leaves leaves, Attachments attachments) {
        this.process = process;
        this.leaves = leaves;
        this.attachments = attachments;
    }

    record Return(
            @NotNull LocalDate date,
            @NotNull Half period,
            @Nullable @Size(max = 500) String comment) {}

    record Extension(
            @NotNull LocalDate endDate,
            @NotNull Half endPeriod,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 5) List<@NotNull UUID> attachments) {

        Progress.Extension wish() {
            return new Progress.Extension(endDate, endPeriod, reason.strip());
        }
    }

    @PostMapping("/return")
    LeaveView returnEarly(@PathVariable String id, @Valid @RequestBody Return back, Locale locale) {
        var known = leaves.get(id);
        var how = new LeaveReturn(back.date(), back.period(), back.comment());
        return view(process.returnEarly(known.id(), how), locale);
    }

    @PostMapping("/extension")
    LeaveView extend(@PathVariable String id, @Valid @RequestBody Extension extension, Locale locale) {
        var known = leaves.get(id);
        var files = extension.attachments() == null ? List.<UUID>of() : extension.attachments();
        var leave = process.extend(known.id(), extension.wish(), files);
        if (leave.progress().extension() == null) {
            throw LeaveController.refused("leave_refused", leave, locale);
        }
        return view(leave, locale);
    }

    @PostMapping("/extension/decision")
    LeaveView decideExtension(
            @PathVariable String id, @Valid @RequestBody LeaveController.Decision decision, Locale locale) {
        var known = leaves.get(id);
        var leave = process.approveExtension(known.id(), new LeaveDecision(decision.approved(), decision.comment()));
        if (leave.progress().extension() != null) {
            throw LeaveController.refused("leave_held_back", leave, locale);
        }
        return view(leave, locale);
    }

    private LeaveView view(LeaveRequest leave, Locale locale) {
        return LeaveView.of(leave, attachments.of(leave), locale);
    }
}
