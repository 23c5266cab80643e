package io.baton.rota.web;

import io.baton.identity.Directory;
import io.baton.identity.Person;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Role;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentStep;
import io.baton.rota.BulkPlanning;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells planners who put a shift on the rota and who changed it. */
@RestController
class AssignmentStepController {

    private final BulkPlanning planning;
    private final Directory directory;
    private final CurrentActor current;

    AssignmentStepController(BulkPlanning planning, Directory directory, CurrentActor current) {
        this.planning = planning;
        this.directory = directory;
        this.current = current;
    }

    enum What {
        PLANNED,
        CHANGED,
        SWAPPED,
        ON_LEAVE
    }

    /**
     * @param author the person id; {@code system} for what no person did
     * @param authorName as the directory knows the person; none when it does not
     */
    record Step(
            What what,
            Instant at,
            @Nullable String author,
            @Nullable String authorName,
            String agentId,
            Instant start,
            Instant end) {}

    /** Oldest first. */
    @GetMapping("/api/v1/assignments/{id}/steps")
    Page<Step> steps(@PathVariable String id) {
        current.get().require(Role.MANAGER, Role.ADMIN);
        var told = new ArrayList<Step>();
        Assignment before = null;
        for (var step : planning.steps(Ids.parse(id, "assignment_unknown"))) {
            told.add(step(step, before));
            before = step.row();
        }
        return Page.last(told);
    }

    private Step step(AssignmentStep step, @Nullable Assignment before) {
        var row = step.row();
        var author = step.author();
        return new Step(
                what(row, before),
                step.at(),
                author,
                author == null
                        ? null
                        : directory.person(author).map(Person::name).orElse(null),
                row.agentId(),
                row.during().start(),
                row.during().end());
    }

    /** A leave names itself on the row it takes and on the one it puts there, and still does when it is given back. */
    private static What what(Assignment row, @Nullable Assignment before) {
        if (before == null) {
            return row.shiftTypeId() == null ? What.ON_LEAVE : What.PLANNED;
        }
        if (before.status() == Assignment.Status.SWAPPED) {
            return What.SWAPPED;
        }
        return row.leaveId() != null && row.leaveId().equals(before.leaveId()) ? What.ON_LEAVE : What.CHANGED;
    }
}
