package io.baton.swap;

import io.baton.identity.Tenants;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Exchange;
import io.baton.rota.Rota;
import io.baton.rules.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose shifts somebody could take for one that is given away, and what the rules say to each. */
@Component
@Transactional(readOnly = true)
public class SwapCandidates {

    /** The longest span of days that is looked at. */
    public static final int MOST_DAYS = 31;

    private final Agents agents;
    private final Rota rota;
    private final Exchange exchange;
    private final ChainSwapRulebook rulebook;
    private final Tenants tenants;
    private final Clock clock;

    SwapCandidates(
            Agents agents, Rota rota, Exchange exchange, ChainSwapRulebook rulebook, Tenants tenants, Clock clock) {
        this.agents = agents;
        this.rota = rota;
        this.exchange = exchange;
        this.rulebook = rulebook;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * A colleague and what this one could give.
     *
     * @param offers in the order of their start
     */
    public record Candidate(Agent agent, List<Offer> offers) {}

    /**
     * A colleague's shift.
     *
     * @param heldBy the number of the open request that holds it; absent when none does
     * @param findings what the rules say if it is taken for the one that is given away
     * @param takeable whether they let it be taken
     * @param direct whether, besides, the colleague could take the one that is given away
     */
    public record Offer(
            Assignment shift, @Nullable String heldBy, List<Finding> findings, boolean takeable, boolean direct) {}

    /** Where to look; the own department and two weeks from now on where nothing is said. */
    public record Search(
            @Nullable String department,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The colleagues by id, also those without a shift in these days; 404 {@code assignment_unknown}. */
    public Page<Candidate> of(UUID gives, Search search, Swaps.Window window) {
        var given = Objects.requireNonNull(exchange.shifts(List.of(gives)).get(gives));
        if (given.status() != Assignment.Status.ACTIVE || given.shiftTypeId() == null) {
            throw Problem.conflict("assignment_gone");
        }
        var owner = agents.get(given.agentId());
        var today = LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
        var from = search.from() == null ? today : search.from();
        var to = search.to() == null ? from.plusDays(14) : search.to();
        Rota.requireRange(from, to, MOST_DAYS);
        var department = search.department() == null ? owner.department() : search.department();
        var page = Page.cut(colleagues(owner, department, window), window.limit(), Agent::id);
        return new Page<>(candidates(owner, given, page.items(), from, to), page.next());
    }

    private List<Agent> colleagues(Agent owner, String department, Swaps.Window window) {
        var cursor = window.cursor();
        return agents.of(department).stream()
                .filter(agent -> !agent.id().equals(owner.id()))
                .filter(agent -> cursor == null || agent.id().compareTo(cursor) > 0)
                .limit(window.limit() + 1L)
                .toList();
    }

    private List<Candidate> candidates(
            Agent owner, Assignment given, List<Agent> colleagues, LocalDate from, LocalDate to) {
        var people = colleagues.stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        var shifts = rota.assignments(people.keySet(), from, to).stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE && row.shiftTypeId() != null)
                .filter(row -> row.during().start().isAfter(clock.instant()))
                .toList();
        var offers = offers(owner, given, people, shifts).stream()
                .collect(Collectors.groupingBy(offer -> offer.shift().agentId()));
        return colleagues.stream()
                .map(agent -> new Candidate(agent, offers.getOrDefault(agent.id(), List.of())))
                .toList();
    }

    private List<Offer> offers(
            Agent owner, Assignment given, Map<String, Agent> people, Collection<Assignment> shifts) {
        List<ChainSwapRulebook.Link> links = new ArrayList<>();
        for (var shift : shifts) {
            links.add(new ChainSwapRulebook.Link(owner, given, shift));
            links.add(new ChainSwapRulebook.Link(Objects.requireNonNull(people.get(shift.agentId())), shift, given));
        }
        var judged = rulebook.judge(links);
        List<Offer> offers = new ArrayList<>();
        int next = 0;
        for (var shift : shifts) {
            var there = judged.get(next++);
            var back = judged.get(next++);
            offers.add(new Offer(
                    shift, there.heldBy(), there.findings(), there.isFree(), there.isFree() && back.isFree()));
        }
        return offers;
    }
}
