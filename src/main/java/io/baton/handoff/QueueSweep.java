package io.baton.handoff;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The safety net below the events: puts right what they overlooked, and counts it. A request that nobody woke although
 * somebody free could serve it for more than a second is woken and counted as {@code baton.handoff.queue.repaired}; seats
 * that are not what agents hold are counted anew, and that as {@code baton.handoff.seats.repaired}. Both stay 0 as long as
 * everything works.
 */
@Component
class QueueSweep {

    private static final Logger log = LoggerFactory.getLogger(QueueSweep.class);

    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final Dispatcher dispatcher;
    private final QueueRepair requests;
    private final SeatRepair seats;
    private final Counter woken;
    private final Counter recounted;
    private final Map<HandoffAgentFreed, Overlooked> suspects = new HashMap<>();

    QueueSweep(
            TenantCatalog tenants,
            TenantScope scope,
            Dispatcher dispatcher,
            QueueRepair requests,
            SeatRepair seats,
            MeterRegistry metrics) {
        this.tenants = tenants;
        this.scope = scope;
        this.dispatcher = dispatcher;
        this.requests = requests;
        this.seats = seats;
        this.woken = Counter.builder("baton.handoff.queue.repaired")
                .description("requests that waited although somebody free could serve them, and that nothing had woken")
                .register(metrics);
        this.recounted = Counter.builder("baton.handoff.seats.repaired")
                .description("agents whose seats were counted wrong")
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "${baton.handoff.sweep:PT1S}", initialDelayString = "${baton.handoff.sweep:PT1S}")
    synchronized void sweep() {
        for (var tenant : tenants.all()) {
            attempt(tenant, () -> seats.look().forEach(one -> recount(tenant, one)));
            attempt(tenant, () -> watch(tenant, requests.departments()));
        }
    }

    private void watch(Tenant tenant, List<String> departments) {
        suspects.keySet().removeIf(known -> known.tenant().equals(tenant) && !departments.contains(known.department()));
        departments.forEach(department -> attempt(tenant, () -> watch(new HandoffAgentFreed(tenant, department))));
    }

    private void watch(HandoffAgentFreed department) {
        var now = dispatcher.isServing(department)
                ? Optional.<Overlooked>empty()
                : requests.look(department.department());
        var before = suspects.remove(department);
        if (now.isEmpty()) {
            return;
        }
        var first = before != null && before.isSame(now.get()) ? before : now.get();
        if (first.isOverdue(now.get().seen())) {
            wake(department, first);
        } else {
            suspects.put(department, first);
        }
    }

    private void wake(HandoffAgentFreed department, Overlooked overlooked) {
        if (requests.wake(department.department(), overlooked.handoff())) {
            woken.increment();
            log.warn("handoff {} was overlooked and is woken", overlooked.handoff());
        }
        dispatcher.stir(department);
    }

    private void recount(Tenant tenant, SeatRepair.Miscounted one) {
        if (seats.recount(one)) {
            recounted.increment();
            log.warn("the seats of {} {} were counted wrong", tenant.id(), one.agent());
            dispatcher.stir(new HandoffAgentFreed(tenant, one.department()));
        }
    }

    private void attempt(Tenant tenant, Runnable work) {
        try {
            scope.run(tenant, work);
        } catch (RuntimeException failure) {
            log.info("a queue of {} is looked at next time: {}", tenant.id(), failure.toString());
        }
    }
}
