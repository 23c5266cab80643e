package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import io.baton.sheet.CsvSheet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The plan as a table for spreadsheets, for those who plan; {@code POST /rota:import} takes it back. */
@RestController
class RotaExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Rota rota;
    private final Agents agents;
    private final ShiftTypes types;
    private final CurrentActor current;
    private final MessageSource messages;

    RotaExportController(Rota rota, Agents agents, ShiftTypes types, CurrentActor current, MessageSource messages) {
        this.rota = rota;
        this.agents = agents;
        this.types = types;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/api/v1/rota/export")
    ResponseEntity<byte[]> export(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "csv") String format,
            Locale locale) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        var visible = RotaController.visible(current.get(), department);
        Rota.requireRange(from, to, RotaController.MOST_DAYS - 1);
        if (!List.of("csv", "xlsx").contains(format)) {
            throw Problem.invalid("format", "must be csv or xlsx");
        }
        var rows = rows(visible, from, to, locale);
        boolean csv = format.equals("csv");
        var disposition = ContentDisposition.attachment()
                .filename("rota-" + from + "-" + to + "." + format)
                .build();
        return ResponseEntity.ok()
                .contentType(csv ? CSV : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(csv ? CsvSheet.write(rows) : XlsxSheet.write(rows));
    }

    private List<List<String>> rows(@Nullable String department, LocalDate from, LocalDate to, Locale locale) {
        var people = new LinkedHashMap<String, String>();
        for (Agent agent : agents.of(department)) {
            people.put(agent.id(), agent.name());
        }
        Map<UUID, String> codes = types.all().stream().collect(Collectors.toMap(ShiftType::id, ShiftType::code));
        var slots = rota.assignments(people.keySet(), from, to).stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .filter(row -> row.shiftTypeId() != null && codes.containsKey(row.shiftTypeId()))
                .collect(Collectors.toMap(
                        row -> new Slot(row.agentId(), row.day(), Objects.requireNonNull(row.shiftTypeId())),
                        row -> Objects.requireNonNull(codes.get(row.shiftTypeId())),
                        (part, other) -> part,
                        LinkedHashMap::new));
        var heads = List.of(
                messages.getMessage("rota.sheet.person", null, locale),
                messages.getMessage("rota.sheet.name", null, locale));
        return PlanSheet.write(heads, people, from.datesUntil(to.plusDays(1)).toList(), slots);
    }
}
