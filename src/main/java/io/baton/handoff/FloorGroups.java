package io.baton.handoff;

import io.baton.handoff.FloorGroup.Member;
import io.baton.handoff.FloorTable.Queued;
import io.baton.handoff.FloorTable.With;
import io.baton.presence.State;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is going on in each department: those with agents, and those with open handoffs. */
@Component
@Transactional(readOnly = true)
class FloorGroups {

    private final FloorTable table;
    private final Agents agents;
    private final FloorPeople people;

    FloorGroups(FloorTable table, Agents agents, FloorPeople people) {
        this.table = table;
        this.agents = agents;
        this.people = people;
    }

    /** The group of a department, be it empty, or those of all departments, by department. */
    List<FloorGroup> of(@Nullable String department) {
        var staff = agents.of(department);
        var queued = table.queues(department);
        var served = table.served(department);
        var known = people.of(staff, busy(queued, served));
        var team = by(staff, Agent::department);
        var queues = by(queued, Queued::department);
        var with = by(served, With::department);
        var names = new TreeSet<>(team.keySet());
        names.addAll(queues.keySet());
        names.addAll(with.keySet());
        if (department != null) {
            names.add(department);
        }
        return names.stream()
                .map(name -> group(
                        name,
                        queues.getOrDefault(name, List.of()),
                        with.getOrDefault(name, List.of()),
                        team.getOrDefault(name, List.of()),
                        known))
                .toList();
    }

    private static FloorGroup group(
            String department, List<Queued> queue, List<With> served, List<Agent> team, Map<String, Member> known) {
        var members = team.stream().map(Agent::id).collect(Collectors.toSet());
        var busy = busy(queue, served);
        var shown = known.values().stream()
                .filter(person -> busy.contains(person.id()) || (members.contains(person.id()) && isThere(person)))
                .sorted(Comparator.comparing(Member::id))
                .toList();
        return new FloorGroup(
                department,
                queue.isEmpty() ? 0 : queue.getFirst().all(),
                queue.isEmpty() ? null : queue.getFirst().oldest(),
                shown.stream()
                        .filter(person -> members.contains(person.id()))
                        .mapToInt(Member::freeSeats)
                        .sum(),
                queue.stream().map(Queued::waiting).toList(),
                served.stream().map(With::served).toList(),
                shown);
    }

    /** Who is asked or serves, and who is asked to take over. */
    private static Set<String> busy(List<Queued> queue, List<With> served) {
        var busy = new HashSet<String>();
        queue.forEach(queued -> {
            var offer = queued.waiting().offer();
            if (offer != null) {
                busy.add(offer.agentId());
            }
        });
        served.forEach(with -> {
            busy.add(with.served().agentId());
            var target = with.served().transferTo();
            if (target != null) {
                busy.add(target);
            }
        });
        return busy;
    }

    private static boolean isThere(Member person) {
        return person.onShift() || person.state() != State.OFFLINE || person.active() > 0;
    }

    private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> department) {
        return all.stream().collect(Collectors.groupingBy(department));
    }
}
