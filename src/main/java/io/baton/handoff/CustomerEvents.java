package io.baton.handoff;

import io.baton.chat.VisitorConnected;
import io.baton.chat.VisitorGone;
import io.baton.kernel.Grouping;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Listens to customers who come and go. Most of them are served by nobody: which ones are is asked for all who moved
 * meanwhile, so that a crowd is a few questions. Of each customer the last move counts. While the database is away the
 * moves wait for it.
 */
@Component
class CustomerEvents {

    private static final Logger log = LoggerFactory.getLogger(CustomerEvents.class);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 500;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final AgentAbsences absences;
    private final FloorEvents floor;
    private final TenantScope scope;
    private final Grouping<Move> waiting;

    private record Move(Tenant tenant, String customer, boolean back) {}

    CustomerEvents(AgentAbsences absences, FloorEvents floor, TenantScope scope) {
        this.absences = absences;
        this.floor = floor;
        this.scope = scope;
        this.waiting = new Grouping<>("customer-events", MOST_WAITING, MOST_AT_ONCE, this::follow);
    }

    @EventListener
    void on(VisitorGone event) {
        take(new Move(event.tenant(), event.customerId().toString(), false));
    }

    @EventListener
    void on(VisitorConnected event) {
        take(new Move(event.tenant(), event.customerId().toString(), true));
    }

    /** Where too many wait already, whoever tells of one more waits as well. */
    private void take(Move move) {
        while (!waiting.offer(move)) {
            LockSupport.parkNanos(AGAIN_AFTER.toNanos());
        }
    }

    private List<Move> follow(List<Move> moves) {
        try {
            moves.stream().collect(Collectors.groupingBy(Move::tenant)).forEach(this::follow);
            return List.of();
        } catch (DataAccessResourceFailureException
                | CannotCreateTransactionException
                | TransientDataAccessException away) {
            log.warn("cannot follow {} moves of customers yet: {}", moves.size(), away.toString());
            LockSupport.parkNanos(AGAIN_AFTER.toNanos());
            return moves;
        } catch (RuntimeException failure) {
            log.error("could not follow {} moves of customers", moves.size(), failure);
            return List.of();
        }
    }

    private void follow(Tenant tenant, List<Move> moves) {
        var back = new LinkedHashMap<String, Boolean>();
        moves.forEach(move -> back.put(move.customer(), move.back()));
        scope.call(tenant, () -> absences.ofCustomers(back.keySet()))
                .forEach((customer, handoffs) -> floor.each(
                        tenant,
                        () -> handoffs,
                        Boolean.TRUE.equals(back.get(customer)) ? absences::customerReturned : absences::customerLost));
    }

    @PreDestroy
    void close() {
        waiting.close();
    }
}
