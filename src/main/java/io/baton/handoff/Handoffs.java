package io.baton.handoff;

import io.baton.identity.Tenants;
import io.baton.identity.TransactionMemo;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps handoffs; whatever happened to one is told in the transaction that stores it. What a transaction has locked or added
 * nobody else changes, so it is read once.
 */
@Component
class Handoffs {

    private static final Duration AGEING = Duration.ofMinutes(3);

    private final HandoffTable table;
    private final Tenants tenants;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final TransactionMemo<UUID, HandoffSnapshot> held = new TransactionMemo<>(this::hold);

    Handoffs(HandoffTable table, Tenants tenants, CurrentActor current, ApplicationEventPublisher events) {
        this.table = table;
        this.tenants = tenants;
        this.current = current;
        this.events = events;
    }

    /** False, and nothing happened, when the conversation has an open handoff. */
    boolean add(Handoff handoff) {
        if (!table.insert(current.tenant().id(), handoff.now(), rank(handoff.now()))) {
            return false;
        }
        held.changed(handoff.now().id(), handoff.now());
        handoff.takeEvents().forEach(events::publishEvent);
        return true;
    }

    /** The handoff, held to the end of the transaction; 404 {@code handoff_unknown}. */
    Handoff lock(UUID id) {
        return Handoff.of(held.get(id));
    }

    /** The handoff, or 404 {@code handoff_unknown}. */
    HandoffSnapshot get(UUID id) {
        return held.known(id).or(() -> table.find(id)).orElseThrow(() -> Problem.notFound("handoff_unknown"));
    }

    /** Whether this transaction has ended it. */
    boolean hasEnded(UUID id) {
        return held.known(id).filter(handoff -> handoff.state().isFinal()).isPresent();
    }

    void save(Handoff handoff) {
        table.update(handoff.now(), rank(handoff.now()));
        held.changed(handoff.now().id(), handoff.now());
        handoff.takeEvents().forEach(events::publishEvent);
    }

    private HandoffSnapshot hold(UUID id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound("handoff_unknown"));
    }

    private Instant rank(HandoffSnapshot handoff) {
        return handoff.place().rank(tenants.settings().duration("handoff.ageing", AGEING));
    }
}
