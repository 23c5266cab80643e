package io.baton.handoff;

import io.baton.identity.Department;
import io.baton.kernel.Page;
import java.util.List;

/** To whom a conversation may go at this moment. */
public record TransferChoices(List<Group> departments, Page<Standing> agents) {

    /**
     * A department.
     *
     * @param open somebody of it is on duty within the opening hours
     * @param waiting how many customers wait for it
     * @param onDuty how many agents are on shift and connected
     * @param freeSeats how many conversations these could take now
     * @param skills what its agents know
     */
    public record Group(
            Department department, boolean open, int waiting, int onDuty, int freeSeats, List<String> skills) {

        public Group {
            skills = List.copyOf(skills);
        }
    }

    public TransferChoices {
        departments = List.copyOf(departments);
    }
}
