package io.baton.swap;

import io.baton.rota.Exchange;
import io.baton.rota.Outlooks;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds swaps of 2 to 5 people in which a shift that somebody wants to give away goes round, from the standing wishes of the
 * department. Promises nothing: until it is proposed the rota may change, and everybody is still asked.
 */
@Component
@Transactional(readOnly = true)
public class SwapSuggestions {

    /** The most suggestions. */
    public static final int MOST = 10;

    /** How many circles are ranked; the best of them are judged whole. */
    private static final int FINALISTS = 2 * MOST;

    private final SwapWishPool pool;
    private final Exchange exchange;
    private final ChainSwapRulebook rulebook;
    private final SuggestionRanking ranking;

    SwapSuggestions(SwapWishPool pool, Exchange exchange, ChainSwapRulebook rulebook, SuggestionRanking ranking) {
        this.pool = pool;
        this.exchange = exchange;
        this.rulebook = rulebook;
        this.ranking = ranking;
    }

    /**
     * What is given away, and which shifts would be taken for it. When nothing is said about those, the standing wish about
     * the shift counts, or else any shift of the next two weeks.
     */
    public record Search(
            UUID gives,
            Set<UUID> shiftTypeIds,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public Search {
            shiftTypeIds = Set.copyOf(shiftTypeIds);
        }

        boolean isOpen() {
            return shiftTypeIds.isEmpty() && from == null && to == null;
        }
    }

    /**
     * The best ones, best first.
     *
     * @param searched how many wishes of others were looked at
     */
    public record Suggested(List<SwapSuggestion> suggestions, int searched) {

        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** Refuses with 403 whoever neither owns the shift nor leads the owner's department. */
    public Suggested of(Search search) {
        var gathered = pool.gather(search);
        var shifts = Stream.concat(Stream.of(gathered.asker()), gathered.others().stream())
                .map(SwapOffer::gives)
                .toList();
        var outlooks = exchange.outlooks(shifts);
        var circles = new CircleSearch(gathered.asker(), gathered.others(), links -> allowed(links, outlooks))
                .best(FINALISTS);
        var best = ranking.rank(circles, outlooks).stream()
                .map(ranked -> ranked.suggestion(rulebook.judge(ranked.circle().form())))
                .filter(suggestion -> suggestion.verdict().isFeasible())
                .limit(MOST)
                .toList();
        return new Suggested(best, gathered.others().size());
    }

    private BitSet allowed(List<CircleSearch.Link> links, Outlooks outlooks) {
        var judged = rulebook.judge(
                links.stream()
                        .map(link -> new ChainSwapRulebook.Link(
                                link.taker().agent(),
                                link.taker().gives(),
                                link.giver().gives()))
                        .toList(),
                outlooks);
        var allowed = new BitSet(judged.size());
        for (int i = 0; i < judged.size(); i++) {
            allowed.set(i, judged.get(i).isFree());
        }
        return allowed;
    }
}
