package io.baton.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What many handovers would mean, one batch after the other: each person's rota is read once, when it is first asked for, so
 * it answers from the rota of then. Good for one transaction and one thread.
 */
public final class Outlooks {

    private final Timetables source;
    private final TreeSet<LocalDate> days;
    private final Instant now;
    private final Surroundings nobody;
    private final Map<String, Timetable> timetables = new HashMap<>();
    private final Set<Surroundings.HalfOff> away = new HashSet<>();

    /** @param days on which shifts are given or taken; at least one */
    Outlooks(Timetables source, Collection<LocalDate> days, Instant now) {
        this.source = source;
        this.days = new TreeSet<>(days);
        this.now = now;
        this.nobody = source.around(Set.of(), this.days);
    }

    /**
     * What each handover means for the person, looked at alone; all of the shifts are live, have a type and are on one of the
     * days that this was opened for, and what is given away is that person's.
     *
     * @param people everybody who takes one
     */
    public List<HandoverFacts.Outlook> of(List<Handover> handovers, Map<String, Agent> people) {
        if (handovers.isEmpty()) {
            return List.of();
        }
        read(handovers.stream()
                .map(Handover::agentId)
                .filter(agent -> !timetables.containsKey(agent))
                .collect(Collectors.toSet()));
        var heldBy = source.heldBy(handovers.stream().map(Proposed::in).toList(), timetables);
        var around = new Surroundings(timetables, heldBy, nobody.types(), away, nobody.settings());
        return handovers.stream()
                .map(handover -> around.outlook(handover, Objects.requireNonNull(people.get(handover.agentId())), now))
                .toList();
    }

    private void read(Set<String> agents) {
        if (!agents.isEmpty()) {
            var read = source.around(agents, days);
            timetables.putAll(read.timetables());
            away.addAll(read.away());
        }
    }
}
