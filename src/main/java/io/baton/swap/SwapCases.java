package io.baton.swap;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves swaps: each step holds the swap, moves it once, and with it the shifts. */
@Component
@Transactional
class SwapCases {

    private static final String GONE = "process_gone";

    private final Swaps swaps;
    private final ChainSwapRulebook rulebook;
    private final SwapShifts shifts;
    private final Now now;

    SwapCases(Swaps swaps, ChainSwapRulebook rulebook, SwapShifts shifts, Now now) {
        this.swaps = swaps;
        this.rulebook = rulebook;
        this.shifts = shifts;
        this.now = now;
    }

    /** Whether the rules have nothing against a proposal; everybody's rota is held from here on. */
    boolean isFeasible(UUID id) {
        var swap = swaps.hold(id);
        shifts.hold(swap);
        return rulebook.judge(swap).isFeasible();
    }

    void refuse(UUID id) {
        move(id, swap -> swap.refuse(rulebook.judge(swap), now.actor(), now.instant()));
    }

    /** Admits the proposal and locks all of its shifts; refuses with 409 {@code shift_locked} when one is not free. */
    void lock(UUID id) {
        var swap = swaps.hold(id);
        var deadlines = shifts.deadlines(swap, now.instant());
        shifts.lock(swaps.save(swap.admit(rulebook.judge(swap), deadlines, now.actor(), now.instant())));
    }

    /** Refuses whoever is not asked, or has answered; holds the swap. */
    Swap answerable(UUID id) {
        var swap = swaps.hold(id);
        swap.guardAsked(now.actor());
        return swap;
    }

    void confirm(UUID id, @Nullable String comment) {
        move(id, swap -> swap.confirm(now.actor(), now.instant(), comment));
    }

    void decline(UUID id, @Nullable String comment) {
        move(id, swap -> swap.decline(now.actor(), now.instant(), comment));
    }

    /** Refuses whoever may not decide for the department; holds the swap. */
    Swap decidable(UUID id, String department) {
        var swap = swaps.hold(id);
        swap.guardDecider(department, now.actor());
        return swap;
    }

    void approve(UUID id, String department, @Nullable String comment) {
        move(id, swap -> swap.approve(department, now.actor(), now.instant(), comment));
    }

    void reject(UUID id, String department, String comment) {
        move(id, swap -> swap.reject(department, now.actor(), now.instant(), comment));
    }

    /**
     * Looks at everything again and lets the shifts change hands. When the rules or the rota stand against it by now, no
     * shift is touched, none is held any more, and the swap has failed with the cause.
     */
    boolean execute(UUID id) {
        var swap = swaps.hold(id);
        shifts.hold(swap);
        var said = rulebook.judge(swap);
        if (!said.isFeasible()) {
            swaps.save(swap.fail(said.findings(), said.codes(), now.actor(), now.instant()));
            return false;
        }
        try {
            shifts.exchange(swap);
        } catch (Problem refusal) {
            swaps.save(swap.fail(said.findings(), refusal.code(), now.actor(), now.instant()));
            return false;
        }
        swaps.save(swap.execute(said, now.actor(), now.instant()));
        return true;
    }

    void expire(UUID id) {
        move(id, swap -> swap.expire(now.actor(), now.instant()));
    }

    void withdraw(UUID id, @Nullable String comment) {
        move(id, swap -> swap.withdraw(now.actor(), now.instant(), comment));
    }

    void remind(UUID id) {
        move(id, swap -> swap.remind(now.actor(), now.instant()));
    }

    void escalate(UUID id) {
        move(id, swap -> swap.escalate(now.actor(), now.instant()));
    }

    /** Ends a swap whose process is gone, and lets go of what was held for it; false when there was nothing to do. */
    boolean close(UUID id) {
        var swap = swaps.holdIfKnown(id);
        if (swap.filter(Swap::isOpen).isPresent()) {
            swaps.save(swap.get().fail(swap.get().progress().findings(), GONE, now.actor(), now.instant()));
            return true;
        }
        return shifts.release(id);
    }

    private Swap move(UUID id, Function<Swap, SwapEvent> move) {
        return swaps.save(move.apply(swaps.hold(id)));
    }
}
