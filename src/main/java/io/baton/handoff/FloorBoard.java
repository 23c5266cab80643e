package io.baton.handoff;

import io.baton.handoff.FloorView.Figures;
import io.baton.handoff.FloorView.Group;
import io.baton.identity.Directory;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows the floor to who leads it: managers their own department, administrators any or all; everybody else is refused with
 * 403 {@code forbidden}, and who asks for a department that is not there with 404. Changes nothing and locks nothing.
 */
@Component
public class FloorBoard {

    private final FloorGroups groups;
    private final ServiceReports reports;
    private final Directory directory;
    private final Turn turn;

    FloorBoard(FloorGroups groups, ServiceReports reports, Directory directory, Turn turn) {
        this.groups = groups;
        this.reports = reports;
        this.directory = directory;
        this.turn = turn;
    }

    /** A department, or without one all that the actor leads. */
    public FloorView view(@Nullable String department) {
        var wanted = wanted(department);
        var asOf = turn.now();
        var terms = reports.terms();
        return new FloorView(
                asOf,
                terms.within().toMillis() / 1000.0,
                terms.goalPercent(),
                groups.of(wanted).stream()
                        .map(group -> new Group(group, figures(group.department())))
                        .toList(),
                Arrays.stream(ServiceWindow.values())
                        .map(window -> reports.of(window, wanted))
                        .toList());
    }

    private @Nullable String wanted(@Nullable String department) {
        var actor = turn.actor();
        actor.require(Role.MANAGER, Role.ADMIN);
        var wanted = department == null && !actor.is(Role.ADMIN) ? actor.department() : department;
        if (!actor.leads(wanted)) {
            throw Problem.forbidden("forbidden");
        }
        if (wanted != null && directory.department(wanted).isEmpty()) {
            throw Problem.notFound("department_unknown");
        }
        return wanted;
    }

    private List<Figures> figures(String department) {
        return Arrays.stream(ServiceWindow.values())
                .map(window ->
                        new Figures(window, reports.of(window, department).figures()))
                .toList();
    }
}
