package io.baton.handoff;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes those who wait, once whatever freed somebody is committed. One department is worked on by one thread at a time;
 * stirring it meanwhile makes it look once more, so nothing that happened is overlooked.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int ATTEMPTS = 5;

    /** Whoever changes a seat is done by then; a change that was rolled back tells nobody, so it is looked again. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int PAUSES = 100;

    private final DispatchPass pass;
    private final TenantScope scope;
    private final Map<HandoffAgentFreed, AtomicInteger> stirred = new ConcurrentHashMap<>();

    Dispatcher(DispatchPass pass, TenantScope scope) {
        this.pass = pass;
        this.scope = scope;
    }

    @EventListener
    void on(HandoffAgentFreed event) {
        AfterCommit.run(() -> stir(event));
    }

    @EventListener
    void on(HandoffEvent event) {
        if (!leavesTheQueueAsItIs(event)) {
            on(new HandoffAgentFreed(
                    event.actor().tenant(), event.handoff().place().department()));
        }
    }

    /** Who is offered keeps the place, who begins has left it before, and a newcomer who finds nobody says so. */
    private static boolean leavesTheQueueAsItIs(HandoffEvent event) {
        return event instanceof HandoffRequested || event instanceof HandoffOffered || event instanceof HandoffBegun;
    }

    void stir(HandoffAgentFreed queue) {
        if (stirred.computeIfAbsent(queue, key -> new AtomicInteger()).getAndIncrement() == 0) {
            Thread.ofVirtual().name("dispatch-" + queue.department()).start(() -> work(queue));
        }
    }

    /** Whether this node is serving the department at this moment, or about to. */
    boolean isServing(HandoffAgentFreed queue) {
        var pending = stirred.get(queue);
        return pending != null && pending.get() > 0;
    }

    private void work(HandoffAgentFreed queue) {
        var pending = stirred.computeIfAbsent(queue, key -> new AtomicInteger());
        int seen;
        do {
            seen = pending.get();
            serve(queue.tenant(), queue.department());
        } while (pending.addAndGet(-seen) > 0);
    }

    private void serve(Tenant tenant, String department) {
        int failures = 0;
        int pauses = 0;
        var look = DispatchPass.Look.WOKEN;
        while (look != DispatchPass.Look.DONE && failures < ATTEMPTS && pauses < PAUSES) {
            try {
                look = scope.call(tenant, () -> pass.wakeNext(department));
            } catch (RuntimeException lost) {
                failures++;
                log.info("the queue of {} was not served, attempt {}: {}", department, failures, lost.toString());
            }
            if (look == DispatchPass.Look.BUSY) {
                pauses++;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        if (look != DispatchPass.Look.DONE) {
            tellPlaces(tenant, department);
        }
    }

    private void tellPlaces(Tenant tenant, String department) {
        try {
            scope.run(tenant, () -> pass.tellPlaces(department));
        } catch (RuntimeException failure) {
            log.warn("places of {} were not told", department, failure);
        }
    }
}
