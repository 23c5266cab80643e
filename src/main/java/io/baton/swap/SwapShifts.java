package io.baton.swap;

import io.baton.identity.Now;
import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Exchange;
import io.baton.rota.Handover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a swap does to the shifts of its people: holds them, and in the end lets them change hands. */
@Component
class SwapShifts {

    private final Exchange exchange;
    private final AssignmentLocks locks;
    private final SwapSubjects subjects;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Now now;

    SwapShifts(
            Exchange exchange,
            AssignmentLocks locks,
            SwapSubjects subjects,
            Tenants tenants,
            ApplicationEventPublisher events,
            Now now) {
        this.exchange = exchange;
        this.locks = locks;
        this.subjects = subjects;
        this.tenants = tenants;
        this.events = events;
        this.now = now;
    }

    /** Keeps everybody else from the rota of those who take part, to the end of the transaction. */
    void hold(Swap swap) {
        exchange.hold(swap.items().stream().map(SwapItem::agentId).toList());
    }

    /** When the first of the shifts begins, less the notice; and for the answers at most the tenant's time to confirm. */
    Deadlines deadlines(Swap swap, Instant from) {
        var settings = tenants.settings();
        var settle = handovers(swap).stream()
                .map(handover -> handover.gives().during().start())
                .min(Instant::compareTo)
                .orElseThrow(() -> Problem.conflict("assignment_gone"))
                .minus(ChainSwapFacts.Notice.length(settings));
        var confirm = from.plus(confirmWithin(settings));
        return new Deadlines(confirm.isBefore(settle) ? confirm : settle, settle);
    }

    /** Locks every shift of the swap, or refuses with 409 {@code shift_locked} when another request has one of them. */
    void lock(Swap swap) {
        var wanted = swap.items().stream()
                .map(item -> new AssignmentLocks.Lock(item.gives(), Swaps.KIND, swap.id(), swap.number()))
                .toList();
        if (!locks.hold(wanted)) {
            throw Problem.conflict("shift_locked");
        }
        tell(swap, ShiftHeld::new);
    }

    /** Lets go of what is held for a swap; whether anything was. */
    boolean release(UUID id) {
        return locks.release(id) > 0;
    }

    /** Lets all of the shifts change hands, or refuses and leaves all of them as they are. */
    void exchange(Swap swap) {
        exchange.execute(swap.id(), handovers(swap));
        tell(swap, ShiftSwapped::new);
    }

    private List<Handover> handovers(Swap swap) {
        return SwapSubjects.handovers(subjects.of(swap.form()));
    }

    private void tell(Swap swap, Function<ShiftChange, ShiftEvent> event) {
        var shifts = exchange.shifts(swap.items().stream().map(SwapItem::gives).toList());
        for (var item : swap.items()) {
            events.publishEvent(event.apply(new ShiftChange(
                    swap,
                    item,
                    subjects.both(shifts.get(item.gives())),
                    subjects.both(shifts.get(item.takes())),
                    now.actor(),
                    now.instant())));
        }
    }

    private static Duration confirmWithin(TenantSettings settings) {
        return settings.duration("swap.confirm-within", Duration.ofHours(24));
    }
}
