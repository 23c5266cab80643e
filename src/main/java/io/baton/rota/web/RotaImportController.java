package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.BulkPlanning;
import io.baton.rota.PlanReplaced;
import io.baton.rota.PlanningMode;
import io.baton.rota.PlanningResult;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import io.baton.sheet.CsvSheet;
import io.baton.sheet.Grid;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Plans what a table has and the rota lacks, by the rules and in the modes of all planning; takes away what the table lacks
 * of its people and days only when it is to replace their plan. Refuses with 422 {@code rota_file_refused} and every cell that is wrong: then nothing of the file is planned.
 */
@RestController
class RotaImportController {

    static final int MOST_BYTES = 2_000_000;
    static final int MOST_MISTAKES = 1_000;

    private final BulkPlanning planning;
    private final Rota rota;
    private final Agents agents;
    private final ShiftTypes types;
    private final CurrentActor current;
    private final MessageSource messages;

    RotaImportController(
            BulkPlanning planning,
            Rota rota,
            Agents agents,
            ShiftTypes types,
            CurrentActor current,
            MessageSource messages) {
        this.planning = planning;
        this.rota = rota;
        this.agents = agents;
        this.types = types;
        this.current = current;
        this.messages = messages;
    }

    /**
     * @param slots what the table has and the rota lacked
     * @param unchanged how many shifts of the table were on the rota already
     * @param created what was planned, or would be
     * @param removed what was taken away, or would be
     */
    record RotaImported(
            boolean dryRun,
            List<BatchRequest.Item> slots,
            int unchanged,
            List<RotaController.Row> created,
            List<RotaController.Row> removed,
            List<AssignmentController.Conflict> conflicts) {}

    @PostMapping(path = "/api/v1/rota:import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    RotaImported take(
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "ALL_OR_NOTHING") PlanningMode mode,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Locale locale) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        var reading = read(file, locale);
        var done = replace ? replace(reading, mode, dryRun) : add(reading, mode, dryRun);
        var planned = done.planned();
        var conflicts = AssignmentController.Conflict.of(planned.conflicts(), locale);
        if (planned.isBlocked() && mode == PlanningMode.ALL_OR_NOTHING && !dryRun) {
            throw Problem.conflict("assignment_conflict", conflicts, Map.of());
        }
        return new RotaImported(
                dryRun,
                done.added().stream()
                        .map(slot -> new BatchRequest.Item(slot.agentId(), slot.day(), slot.shiftTypeId()))
                        .toList(),
                reading.slots().size() - done.added().size(),
                planned.created().stream().map(RotaController.Row::of).toList(),
                done.removed().stream().map(RotaController.Row::of).toList(),
                conflicts);
    }

    private PlanReplaced replace(PlanSheet.Reading reading, PlanningMode mode, boolean dryRun) {
        var plan = new BulkPlanning.Plan(reading.people(), reading.days(), reading.slots());
        return dryRun ? planning.checkReplacing(plan, mode) : planning.replace(plan, mode);
    }

    private PlanReplaced add(PlanSheet.Reading reading, PlanningMode mode, boolean dryRun) {
        var there = there(reading.slots());
        var added =
                reading.slots().stream().filter(slot -> !there.contains(slot)).toList();
        return new PlanReplaced(List.of(), added, plan(added, mode, dryRun));
    }

    private PlanningResult plan(List<Slot> slots, PlanningMode mode, boolean dryRun) {
        if (slots.isEmpty()) {
            return new PlanningResult(List.of(), List.of());
        }
        return dryRun ? planning.check(slots, mode) : planning.plan(slots, mode);
    }

    private PlanSheet.Reading read(MultipartFile file, Locale locale) {
        try {
            var reading = PlanSheet.read(grid(file), people(), types.all());
            if (!reading.mistakes().isEmpty()) {
                throw refused(reading.mistakes(), locale);
            }
            return reading;
        } catch (Grid.Unreadable unreadable) {
            throw refused(List.of(new PlanSheet.Mistake(0, 0, unreadable.code(), "")), locale);
        } catch (IOException cutOff) {
            throw Problem.unreadable("unreadable");
        }
    }

    private static Grid grid(MultipartFile file) throws IOException, Grid.Unreadable {
        if (file.getSize() > MOST_BYTES) {
            throw new Grid.Unreadable("bytes");
        }
        var content = file.getBytes();
        return XlsxSheet.is(content) ? XlsxSheet.read(content) : CsvSheet.read(content);
    }

    /** Those whom the actor leads. */
    private Set<String> people() {
        var actor = current.get();
        return agents.of(null).stream()
                .filter(agent -> actor.leads(agent.department()))
                .map(Agent::id)
                .collect(Collectors.toSet());
    }

    /** The shifts that are on the rota already, cut by leave or not. */
    private Set<Slot> there(List<Slot> slots) {
        if (slots.isEmpty()) {
            return Set.of();
        }
        var days = slots.stream().map(Slot::day).toList();
        var people = slots.stream().map(Slot::agentId).collect(Collectors.toSet());
        return rota.assignments(people, Collections.min(days), Collections.max(days)).stream()
                .flatMap(RotaImportController::slot)
                .collect(Collectors.toSet());
    }

    private static Stream<Slot> slot(Assignment row) {
        var type = row.shiftTypeId();
        return type == null ? Stream.empty() : Stream.of(new Slot(row.agentId(), row.day(), type));
    }

    private Problem refused(List<PlanSheet.Mistake> mistakes, Locale locale) {
        var violations = mistakes.stream()
                .limit(MOST_MISTAKES)
                .map(mistake -> Map.of(
                        "field",
                        "file",
                        "line",
                        mistake.line(),
                        "column",
                        mistake.column(),
                        "code",
                        mistake.code(),
                        "value",
                        mistake.value(),
                        "message",
                        messages.getMessage("rota.import." + mistake.code(), null, locale)))
                .toList();
        return Problem.of(422, "rota_file_refused", Map.of("violations", violations, "mistakes", mistakes.size()));
    }
}
