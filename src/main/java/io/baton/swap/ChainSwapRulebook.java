package io.baton.swap;

import io.baton.identity.Tenants;
import io.baton.rota.Agent;
import io.baton.rota.Assignment;
import io.baton.rota.CoverageChange;
import io.baton.rota.Exchange;
import io.baton.rota.Handover;
import io.baton.rota.Outlooks;
import io.baton.rota.RotaFacts;
import io.baton.rules.Finding;
import io.baton.rules.RuleBooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks {@code rules/chain-swap.drl} about a chain, against the rota of now. */
@Component
@Transactional(readOnly = true)
class ChainSwapRulebook {

    private static final UUID NOBODY = new UUID(0, 0);

    private final RuleBooks books;
    private final SwapSubjects subjects;
    private final Exchange exchange;
    private final Tenants tenants;
    private final Clock clock;

    ChainSwapRulebook(RuleBooks books, SwapSubjects subjects, Exchange exchange, Tenants tenants, Clock clock) {
        this.books = books;
        this.subjects = subjects;
        this.exchange = exchange;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** About a chain that nobody has proposed yet. */
    SwapVerdict judge(SwapForm form) {
        return judge(form, NOBODY);
    }

    /** About a swap; the shifts that it holds are not in its own way. */
    SwapVerdict judge(Swap swap) {
        return judge(swap.form(), swap.id());
    }

    private SwapVerdict judge(SwapForm form, UUID self) {
        var settings = tenants.settings();
        var chain = subjects.of(form);
        var handovers = SwapSubjects.handovers(chain);
        var outlooks = exchange.outlooks(handovers, chain.people());
        var coverage = form.isClosed() && handovers.size() == form.parts().size()
                ? exchange.coverage(handovers, chain.people())
                : List.<CoverageChange>of();
        var facts = subjects.facts(chain, self);
        facts.add(ChainSwapFacts.Notice.of(settings, clock.instant()));
        facts.add(RotaFacts.Limits.of(settings));
        facts.addAll(outlooks);
        facts.addAll(coverage);
        var book = books.open("chain-swap");
        return new SwapVerdict(
                book.fire(facts).entries(), book.version(), form.isClosed(), chain.people(), outlooks, coverage);
    }

    /** Somebody who gives one shift away and takes another, looked at alone; both are live. */
    record Link(Agent agent, Assignment gives, Assignment takes) {}

    /**
     * What the rules say to a link.
     *
     * @param heldBy the number of the open request that holds the shift that is taken; absent when none does
     */
    record JudgedLink(@Nullable String heldBy, List<Finding> findings) {

        boolean isFree() {
            return findings.stream().noneMatch(SwapVerdict::blocks);
        }
    }

    /** About each of these links alone, in their order, in one firing. What departments lose or win is not asked. */
    List<JudgedLink> judge(List<Link> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        var shifts = links.stream()
                .flatMap(link -> Stream.of(link.gives(), link.takes()))
                .toList();
        return judge(links, exchange.outlooks(shifts));
    }

    /** The same for one batch of many. */
    List<JudgedLink> judge(List<Link> links, Outlooks outlooks) {
        var settings = tenants.settings();
        var people =
                links.stream().map(Link::agent).distinct().collect(Collectors.toMap(Agent::id, Function.identity()));
        var handovers = IntStream.range(0, links.size())
                .mapToObj(i -> new Handover(
                        i,
                        links.get(i).agent().id(),
                        links.get(i).gives(),
                        links.get(i).takes()))
                .toList();
        var heldBy = subjects.heldBy(links.stream().map(Link::takes).toList());
        List<Object> facts = new ArrayList<>(outlooks.of(handovers, people));
        facts.add(ChainSwapFacts.Notice.of(settings, clock.instant()));
        facts.add(RotaFacts.Limits.of(settings));
        handovers.forEach(handover -> facts.add(subjects.taken(handover, heldBy)));
        var findings = books.open("chain-swap").fire(facts).entries().stream()
                .collect(Collectors.groupingBy(finding -> Integer.valueOf(
                        Objects.requireNonNull(finding.reason().parameters().get("step")))));
        return handovers.stream()
                .map(handover -> new JudgedLink(
                        heldBy.get(handover.takes().id()), findings.getOrDefault(handover.step(), List.of())))
                .toList();
    }
}
