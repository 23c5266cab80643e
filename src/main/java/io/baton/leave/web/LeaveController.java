package io.baton.leave.web;

import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.leave.Attachments;
import io.baton.leave.LeaveDecision;
import io.baton.leave.LeaveForm;
import io.baton.leave.LeaveOutcome;
import io.baton.leave.LeaveProcesses;
import io.baton.leave.LeaveRequest;
import io.baton.leave.LeaveState;
import io.baton.leave.LeaveType;
import io.baton.leave.Leaves;
import io.baton.rota.Half;
import io.baton.rules.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leave over HTTP: asking, looking, deciding, withdrawing. */
@RestController
@RequestMapping("/api/v1/leaves")
class LeaveController {

    private final LeaveProcesses processes;
    private final Leaves leaves;
    private final Attachments attachments;

    LeaveController(LeaveProcesses processes, Leaves leaves, Attachments attachments) {
        this.processes = processes;
        this.leaves = leaves;
        this.attachments = attachments;
    }

    record Wish(
            @NotNull LeaveType type,
            @NotNull LocalDate startDate,
            @NotNull Half startPeriod,
            @NotNull LocalDate endDate,
            @NotNull Half endPeriod,
            @NotBlank @Size(max = 500) String reason,
            @Nullable List<@NotNull UUID> attachments) {

        LeaveForm form() {
            var span = LeaveForm.span(startDate, startPeriod, endDate, endPeriod);
            return new LeaveForm(type, span, reason, attachments == null ? List.of() : attachments);
        }
    }

    record Decision(
            @NotNull Boolean approved,
            @Nullable @Size(max = 500) String comment) {}

    record Withdrawal(@Nullable @Size(max = 500) String comment) {}

    @PostMapping
    ResponseEntity<LeaveView> request(@Valid @RequestBody Wish wish, Locale locale) {
        var form = wish.form();
        var leave = processes.of(form).request(form);
        if (leave.progress().outcome() == LeaveOutcome.REFUSED_BY_RULE) {
            throw refused("leave_refused", leave, locale);
        }
        return ResponseEntity.created(URI.create("/api/v1/leaves/" + leave.id()))
                .eTag(etag(leave))
                .body(view(leave, locale));
    }

    @GetMapping
    Page<LeaveView> list(
            @RequestParam(required = false) @Nullable LeaveState state,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        var person = agent == null ? null : agent.toLowerCase(Locale.ROOT);
        return leaves.list(state, person, department, from, to, new Leaves.Window(limit, cursor))
                .map(leave -> view(leave, locale));
    }

    @GetMapping("/{id}")
    ResponseEntity<LeaveView> get(@PathVariable String id, Locale locale) {
        var leave = leaves.get(id);
        return ResponseEntity.ok().eTag(etag(leave)).body(view(leave, locale));
    }

    @PostMapping("/{id}/decision")
    LeaveView decide(@PathVariable String id, @Valid @RequestBody Decision decision, Locale locale) {
        var known = leaves.get(id);
        var leave = processes.of(known).approve(known.id(), new LeaveDecision(decision.approved(), decision.comment()));
        if (leave.isPending() && leave.progress().endorsed() == null) {
            throw refused("leave_held_back", leave, locale);
        }
        return view(leave, locale);
    }

    @PostMapping("/{id}/withdrawal")
    LeaveView withdraw(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            Locale locale) {
        var known = leaves.get(id);
        var comment = withdrawal == null ? null : withdrawal.comment();
        return view(processes.of(known).withdraw(known.id(), comment), locale);
    }

    private LeaveView view(LeaveRequest leave, Locale locale) {
        return LeaveView.of(leave, attachments.of(leave), locale);
    }

    private static String etag(LeaveRequest leave) {
        return "\"" + leave.version() + "\"";
    }

    static Problem refused(String code, LeaveRequest leave, Locale locale) {
        var conflicts = LeaveView.FindingView.of(leave.progress().findings(), locale).stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .toList();
        return Problem.conflict(code, conflicts, Map.of("id", leave.id(), "number", leave.number()));
    }
}
