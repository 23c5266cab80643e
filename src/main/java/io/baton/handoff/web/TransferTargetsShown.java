package io.baton.handoff.web;

import io.baton.handoff.Obstacle;
import io.baton.handoff.Standing;
import io.baton.handoff.TransferChoices;
import io.baton.presence.State;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To whom a conversation may go, as clients see it: all departments, and a page of agents with the cursor of the next. */
record TransferTargetsShown(
        List<Department> departments,
        List<Agent> items,
        @Nullable String next) {

    record Department(
            String id, String name, boolean open, int waiting, int onDuty, int freeSeats, List<String> skills) {}

    /**
     * @param active how many conversations the agent has
     * @param obstacle why the agent cannot be asked; absent for who can
     */
    record Agent(
            String id,
            String name,
            String department,
            State state,
            boolean onShift,
            int active,
            int max,
            Set<String> skills,
            boolean eligible,
            @Nullable Obstacle obstacle) {}

    static TransferTargetsShown of(TransferChoices choices, Locale locale) {
        return new TransferTargetsShown(
                choices.departments().stream()
                        .map(group -> department(group, locale))
                        .toList(),
                choices.agents().items().stream()
                        .map(TransferTargetsShown::agent)
                        .toList(),
                choices.agents().next());
    }

    private static Department department(TransferChoices.Group group, Locale locale) {
        return new Department(
                group.department().id(),
                group.department().name(locale),
                group.open(),
                group.waiting(),
                group.onDuty(),
                group.freeSeats(),
                group.skills());
    }

    private static Agent agent(Standing standing) {
        var agent = standing.agent();
        return new Agent(
                agent.id(),
                agent.name(),
                agent.department(),
                standing.state(),
                standing.onShift(),
                standing.active(),
                agent.maxConversations(),
                agent.skills(),
                standing.isEligible(),
                standing.obstacle());
    }
}
