package io.baton.swap;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what is offered in a department: whoever asks for suggestions, and everybody's standing wishes. */
@Component
class SwapWishPool {

    /** The most wishes of a department that are looked at, the newest. */
    private static final int MOST = 5_000;

    private static final int DAYS = 14;

    private static final Comparator<SwapOffer> FAIREST_FIRST = Comparator.comparing(SwapOffer::swaps)
            .thenComparing(offer -> offer.gives().id());

    private final SwapWishTable table;
    private final SwapWishShifts shifts;
    private final Agents agents;
    private final AssignmentLocks locks;
    private final Now now;

    SwapWishPool(SwapWishTable table, SwapWishShifts shifts, Agents agents, AssignmentLocks locks, Now now) {
        this.table = table;
        this.shifts = shifts;
        this.agents = agents;
        this.locks = locks;
        this.now = now;
    }

    /** @param others those whose shifts no open request holds, whoever swapped least lately first */
    record Pool(SwapOffer asker, List<SwapOffer> others) {}

    /**
     * For a shift that its owner or a leader of the owner's department asks about. It is on the rota, still to come and held
     * by no open request, or this refuses with 409 and the reason.
     */
    Pool gather(SwapSuggestions.Search search) {
        var reader = now.actor();
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var shift = shifts.get(search.gives());
        var owner = agents.get(shift.agentId());
        if (!reader.id().equals(owner.id()) && !reader.leads(owner.department())) {
            throw Problem.forbidden("forbidden");
        }
        shifts.requireToCome(shift);
        if (!locks.on(List.of(shift)).isEmpty()) {
            throw Problem.conflict("shift_locked");
        }
        var takes = takes(search);
        shifts.requireTakeable(takes);
        var swaps = table.swaps(owner.department(), now.instant());
        return new Pool(offer(owner, shift, takes, swaps), others(owner, swaps));
    }

    private List<SwapOffer> others(Agent owner, Map<String, Integer> swaps) {
        var wishes = table.offered(owner.department(), now.instant(), MOST).stream()
                .filter(wish -> !wish.agentId().equals(owner.id()))
                .toList();
        var given = shifts.named(wishes.stream().map(SwapWish::gives).toList());
        var people = agents.of(owner.department()).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        return wishes.stream()
                .map(wish -> offer(
                        Objects.requireNonNull(people.get(wish.agentId())),
                        Objects.requireNonNull(given.get(wish.gives())),
                        wish.takes(),
                        swaps))
                .sorted(FAIREST_FIRST)
                .toList();
    }

    /** What is asked for; the standing wish when nothing is, and any shift of the next two weeks when there is none. */
    private SwapWish.Takes takes(SwapSuggestions.Search search) {
        var from = search.from() == null ? shifts.today() : search.from();
        var to = search.to() == null ? from.plusDays(DAYS) : search.to();
        var asked = new SwapWish.Takes(search.shiftTypeIds(), from, to);
        return search.isOpen()
                ? table.ofShift(search.gives()).map(SwapWish::takes).orElse(asked)
                : asked;
    }

    private static SwapOffer offer(Agent agent, Assignment shift, SwapWish.Takes takes, Map<String, Integer> swaps) {
        return new SwapOffer(agent, shift, takes, swaps.getOrDefault(agent.id(), 0));
    }
}
