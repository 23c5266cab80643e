package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.BulkPlanning;
import io.baton.rota.PlanningConflict;
import io.baton.rota.PlanningMode;
import io.baton.rota.PlanningResult;
import io.baton.rules.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Plans shifts in bulk, and takes them off the rota again: managers for their department, administrators for all. */
@RestController
class AssignmentController {

    private final BulkPlanning planning;
    private final CurrentActor current;

    AssignmentController(BulkPlanning planning, CurrentActor current) {
        this.planning = planning;
        this.current = current;
    }

    /** What stands against a shift, in the caller's language. */
    record Conflict(
            String agentId,
            LocalDate date,
            String code,
            String message,
            Severity severity,
            Map<String, String> parameters) {

        static List<Conflict> of(List<PlanningConflict> conflicts, Locale locale) {
            return conflicts.stream()
                    .map(conflict -> new Conflict(
                            conflict.agentId(),
                            conflict.day(),
                            conflict.finding().reason().code(),
                            conflict.finding().reason().in(locale),
                            conflict.finding().severity(),
                            conflict.finding().reason().parameters()))
                    .toList();
        }
    }

    record Planned(List<RotaController.Row> created, List<Conflict> conflicts, boolean dryRun) {}

    record Removed(int removed) {}

    record Ids(@NotEmpty @Size(max = BatchRequest.MOST) List<@NotNull UUID> ids) {}

    /** 201 when something was planned, else 200; all or nothing and something stands against it: 409. */
    @PostMapping("/api/v1/assignments:batch")
    ResponseEntity<Planned> plan(@Valid @RequestBody BatchRequest request, Locale locale) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        var slots = request.wanted();
        var mode = request.wantedMode();
        if (request.isDryRun()) {
            return ResponseEntity.ok(planned(planning.check(slots, mode), true, locale));
        }
        var result = planning.plan(slots, mode);
        if (result.isBlocked() && mode == PlanningMode.ALL_OR_NOTHING) {
            throw refused(result.conflicts(), locale);
        }
        var status = result.created().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status).body(planned(result, false, locale));
    }

    @PostMapping("/api/v1/assignments:remove")
    Removed remove(@Valid @RequestBody Ids request, Locale locale) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        var conflicts = planning.remove(request.ids());
        if (!conflicts.isEmpty()) {
            throw refused(conflicts, locale);
        }
        return new Removed(Math.toIntExact(request.ids().stream().distinct().count()));
    }

    private static Planned planned(PlanningResult result, boolean dryRun, Locale locale) {
        return new Planned(
                result.created().stream().map(RotaController.Row::of).toList(),
                Conflict.of(result.conflicts(), locale),
                dryRun);
    }

    private static Problem refused(List<PlanningConflict> conflicts, Locale locale) {
        return Problem.conflict("assignment_conflict", Conflict.of(conflicts, locale), Map.of());
    }
}
