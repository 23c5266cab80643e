package io.baton.rota.web;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.rota.Coverages;
import io.baton.rota.DepartmentCoverage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows where too few people work: to agents and managers of their own department, to administrators of all. */
@RestController
@RequestMapping("/api/v1/rota/coverage")
class CoverageController {

    private final Coverages coverages;
    private final Tenants tenants;
    private final CurrentActor current;

    CoverageController(Coverages coverages, Tenants tenants, CurrentActor current) {
        this.coverages = coverages;
        this.tenants = tenants;
        this.current = current;
    }

    record Report(String zone, List<DepartmentCoverage> departments) {}

    /** @param days how many days from the date on */
    @GetMapping
    Report coverage(
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "1") @Min(1) @Max(RotaController.MOST_DAYS) int days,
            @RequestParam(required = false) @Nullable String department) {
        var visible = RotaController.visible(current.get(), department);
        return new Report(tenants.settings().zone().getId(), coverages.of(visible, date, date.plusDays(days - 1L)));
    }
}
