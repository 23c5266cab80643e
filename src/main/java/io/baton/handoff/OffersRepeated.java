package io.baton.handoff;

import io.baton.chat.AgentReady;
import io.baton.kernel.TenantScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Repeats live offers to a desk that has just connected, because a frame that nobody received is gone. */
@Component
class OffersRepeated {

    private final HandoffTable table;
    private final HandoffFrames frames;
    private final TenantScope scope;
    private final TransactionOperations transactions;

    OffersRepeated(HandoffTable table, HandoffFrames frames, TenantScope scope, TransactionOperations transactions) {
        this.table = table;
        this.frames = frames;
        this.scope = scope;
        this.transactions = transactions;
    }

    @EventListener
    void on(AgentReady ready) {
        scope.run(
                ready.tenant(),
                () -> transactions.executeWithoutResult(
                        status -> table.askedOf(ready.person()).forEach(frames::offer)));
    }
}
