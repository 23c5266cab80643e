package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.Ids;
import io.baton.kernel.Reason;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Puts shifts on the rota. Rules say what stands against them; the exclusion constraint of the table has the last word, and
 * what it refuses reads like a rule's reason.
 */
@Component
class Planning {

    private static final String LAST_WORD = "The database keeps everybody in one place";

    private final AssignmentTable table;
    private final RotaRulebook rules;
    private final ShiftTypes types;
    private final Agents agents;
    private final Tenants tenants;
    private final Announcer announcer;

    Planning(
            AssignmentTable table,
            RotaRulebook rules,
            ShiftTypes types,
            Agents agents,
            Tenants tenants,
            Announcer announcer) {
        this.table = table;
        this.rules = rules;
        this.types = types;
        this.agents = agents;
        this.tenants = tenants;
        this.announcer = announcer;
    }

    /** What planning these would come to; writes nothing and holds nobody. */
    PlanningResult check(Collection<Slot> slots, Map<String, Agent> people, PlanningMode mode) {
        var proposals = proposals(slots);
        var judgement = rules.judge(proposals, people);
        return result(mode, rows(judgement.accepted()), conflicts(proposals, judgement.findings()));
    }

    PlanningResult check(Collection<Slot> slots, PlanningMode mode) {
        return check(slots, people(slots), mode);
    }

    PlanningResult plan(Collection<Slot> slots, PlanningMode mode) {
        return plan(slots, people(slots), mode);
    }

    private Map<String, Agent> people(Collection<Slot> slots) {
        return agents.named(slots.stream().map(Slot::agentId).collect(Collectors.toSet()));
    }

    /** @param people everybody who is named by the slots, and nobody else */
    PlanningResult plan(Collection<Slot> slots, Map<String, Agent> people, PlanningMode mode) {
        table.lockAgents(people.keySet());
        return write(proposals(slots), people, mode);
    }

    /** Writes what the rules allow of these; the caller holds the agents. Nobody retires a type meanwhile. */
    PlanningResult write(List<Proposed> proposals, Map<String, Agent> people, PlanningMode mode) {
        types.keep(types(proposals));
        var judgement = rules.judge(proposals, people);
        var judged = result(mode, rows(judgement.accepted()), conflicts(proposals, judgement.findings()));
        if (judged.created().isEmpty()) {
            return judged;
        }
        var written = table.insert(judged.created());
        var findings = new HashMap<>(judgement.findings());
        for (var proposal : judgement.accepted()) {
            if (!written.contains(proposal.row().id())) {
                findings.put(proposal.slot(), List.of(taken(proposal.row())));
            }
        }
        var rows = judged.created().stream()
                .filter(row -> written.contains(row.id()))
                .toList();
        var result = result(mode, rows, conflicts(proposals, findings));
        if (result.created().size() < written.size()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        } else {
            announcer.planned(rows, people);
        }
        return result;
    }

    private static PlanningResult result(PlanningMode mode, List<Assignment> rows, List<PlanningConflict> conflicts) {
        var all = new PlanningResult(rows, conflicts);
        return all.isBlocked() && mode == PlanningMode.ALL_OR_NOTHING ? new PlanningResult(List.of(), conflicts) : all;
    }

    private List<Proposed> proposals(Collection<Slot> slots) {
        var zone = tenants.settings().zone();
        var known = types.named(slots.stream().map(Slot::shiftTypeId).collect(Collectors.toSet()));
        var proposals = new ArrayList<Proposed>();
        for (var slot : slots.stream().distinct().toList()) {
            var type = Objects.requireNonNull(known.get(slot.shiftTypeId())).at(slot.day());
            proposals.add(new Proposed(
                    proposals.size(),
                    new Assignment(
                            Ids.next(),
                            slot.agentId(),
                            slot.day(),
                            type.on(slot.day(), zone),
                            type.id(),
                            Assignment.Status.ACTIVE,
                            null,
                            null)));
        }
        return proposals;
    }

    /** In the order of the slots; what blocks a shift leaves no room for warnings about it. */
    private static List<PlanningConflict> conflicts(List<Proposed> proposals, Map<Integer, List<Finding>> findings) {
        var conflicts = new ArrayList<PlanningConflict>();
        for (var proposal : proposals) {
            var found = findings.getOrDefault(proposal.slot(), List.of());
            var blocking = found.stream()
                    .filter(finding -> finding.severity() == Severity.BLOCKS)
                    .toList();
            for (var finding : blocking.isEmpty() ? found : blocking) {
                conflicts.add(new PlanningConflict(
                        proposal.row().agentId(), proposal.row().day(), finding));
            }
        }
        return conflicts;
    }

    private Finding taken(Assignment row) {
        var blockers = table.overlapping(row.agentId(), row.during()).stream()
                .map(Assignment::id)
                .map(Objects::toString)
                .collect(Collectors.joining(","));
        return new Finding(
                LAST_WORD,
                Severity.BLOCKS,
                new Reason(
                        "already_assigned",
                        Map.of("blockedBy", blockers),
                        "该时段已有排班。",
                        "There is a shift at this time already."));
    }

    private static Set<UUID> types(List<Proposed> proposals) {
        return proposals.stream()
                .map(proposal -> proposal.row().shiftTypeId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<Assignment> rows(List<Proposed> proposals) {
        return proposals.stream().map(Proposed::row).toList();
    }
}
