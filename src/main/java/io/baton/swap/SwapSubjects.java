package io.baton.swap;

import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Exchange;
import io.baton.rota.Handover;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the shifts and people of a chain, and what the rules want to know of each part of it. */
@Component
class SwapSubjects {

    private final Exchange exchange;
    private final Agents agents;
    private final AssignmentLocks locks;
    private final ShiftTypes types;
    private final Tenants tenants;

    SwapSubjects(Exchange exchange, Agents agents, AssignmentLocks locks, ShiftTypes types, Tenants tenants) {
        this.exchange = exchange;
        this.agents = agents;
        this.locks = locks;
        this.types = types;
        this.tenants = tenants;
    }

    /**
     * A chain with everything it speaks of.
     *
     * @param people everybody who takes part, by id
     * @param shifts every shift that is given or taken, by id
     * @param heldBy of shifts that an open request holds, which one
     */
    record Subjects(
            SwapForm form,
            Map<String, Agent> people,
            Map<UUID, Assignment> shifts,
            Map<UUID, AssignmentLocks.Lock> heldBy) {

        Assignment shift(UUID id) {
            return Objects.requireNonNull(shifts.get(id));
        }

        Agent person(String id) {
            return Objects.requireNonNull(people.get(id));
        }
    }

    /** Refuses with 404 {@code agent_unknown} or {@code assignment_unknown} what the tenant does not have. */
    Subjects of(SwapForm form) {
        var people = agents.named(form.people());
        var shifts = exchange.shifts(form.shifts());
        var held = locks.on(shifts.values()).stream()
                .collect(Collectors.toMap(AssignmentLocks.Lock::assignmentId, lock -> lock));
        return new Subjects(form, people, shifts, held);
    }

    /** The parts that can be worked: an own live shift for another live one. */
    static List<Handover> handovers(Subjects subjects) {
        var parts = subjects.form().parts();
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).takes() != null)
                .mapToObj(i -> new Handover(
                        i + 1,
                        parts.get(i).agentId(),
                        subjects.shift(parts.get(i).gives()),
                        subjects.shift(Objects.requireNonNull(parts.get(i).takes()))))
                .filter(handover -> isLive(handover.gives()) && isLive(handover.takes()))
                .filter(handover -> handover.gives().agentId().equals(handover.agentId()))
                .toList();
    }

    /** @param self the swap that is judged; what it holds itself does not stand against it */
    List<Object> facts(Subjects subjects, UUID self) {
        List<Object> facts = new ArrayList<>();
        Set<UUID> given = new HashSet<>();
        Set<String> seen = new HashSet<>();
        facts.add(new ChainSwapFacts.Chain(subjects.form().isClosed()));
        int step = 0;
        for (var part : subjects.form().parts()) {
            step++;
            var row = subjects.shift(part.gives());
            var name = subjects.person(part.agentId()).name();
            facts.add(new ChainSwapFacts.Item(
                    step,
                    name,
                    zh(row),
                    en(row),
                    row.agentId().equals(part.agentId()),
                    isLive(row),
                    row.during().start(),
                    heldBy(subjects, row, self)));
            if (!given.add(part.gives())) {
                facts.add(new ChainSwapFacts.SecondGift(step, zh(row), en(row)));
            }
            if (!seen.add(part.agentId())) {
                facts.add(new ChainSwapFacts.SecondPart(step, name));
            }
        }
        return facts;
    }

    /** Of shifts that an open request holds, the number of that request. */
    Map<UUID, String> heldBy(Collection<Assignment> shifts) {
        return locks.on(shifts).stream()
                .collect(Collectors.toMap(AssignmentLocks.Lock::assignmentId, AssignmentLocks.Lock::number));
    }

    /** What the rules see of the shift that is taken, when a handover is looked at alone. */
    ChainSwapFacts.Item taken(Handover handover, Map<UUID, String> heldBy) {
        var row = handover.takes();
        return new ChainSwapFacts.Item(
                handover.step(),
                row.agentId(),
                zh(row),
                en(row),
                true,
                true,
                row.during().start(),
                heldBy.getOrDefault(row.id(), ""));
    }

    /** What a shift is called in Chinese, with its time. */
    String zh(Assignment row) {
        return type(row).map(type -> type.zh() + " ").orElse("") + time(row);
    }

    /** What a shift is called in English, with its time. */
    String en(Assignment row) {
        return type(row).map(type -> type.en() + " ").orElse("") + time(row);
    }

    /** What a shift is called in both languages, with its time. */
    String both(@Nullable Assignment row) {
        var known = Objects.requireNonNull(row);
        return type(known).map(type -> type.zh() + " " + type.en() + " ").orElse("") + time(known);
    }

    private Optional<ShiftType> type(Assignment row) {
        return Optional.ofNullable(row.shiftTypeId())
                .map(id -> types.history(id).at(row.day()));
    }

    private String time(Assignment row) {
        var zone = tenants.settings().zone();
        return row.day() + " " + row.during().start().atZone(zone).toLocalTime() + "–"
                + row.during().end().atZone(zone).toLocalTime();
    }

    private static String heldBy(Subjects subjects, Assignment row, UUID self) {
        var lock = subjects.heldBy().get(row.id());
        return lock == null || lock.requestId().equals(self) ? "" : lock.number();
    }

    private static boolean isLive(Assignment row) {
        return row.status() == Assignment.Status.ACTIVE && row.shiftTypeId() != null;
    }

    /** The people of a form as items; refuses an unfinished one. */
    List<SwapItem> items(SwapForm form) {
        var people = agents.named(form.people());
        var parts = form.finished().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> {
                    var part = parts.get(i);
                    var agent = Objects.requireNonNull(people.get(part.agentId()));
                    var takes = part.takes();
                    if (takes == null) {
                        throw Problem.invalid("items.takes", "must not be null");
                    }
                    return new SwapItem(
                            i + 1,
                            agent.id(),
                            agent.name(),
                            agent.department(),
                            part.gives(),
                            takes,
                            SwapItem.Answer.NONE);
                })
                .toList();
    }
}
