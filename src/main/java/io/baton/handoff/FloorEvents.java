package io.baton.handoff;

import io.baton.chat.ConversationClosed;
import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.presence.AgentBack;
import io.baton.presence.AgentLost;
import io.baton.presence.PresenceChanged;
import io.baton.presence.State;
import io.baton.rota.AgentAbsent;
import io.baton.rota.AgentReturned;
import io.baton.rota.Agents;
import io.baton.rota.AssignmentChanged;
import io.baton.rota.ShiftBegan;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to the floor: which agent came, which went, whose shift began. Acts after the event is committed, each handoff in a
 * transaction of its own, away from the thread that told it.
 */
@Component
class FloorEvents {

    private static final Logger log = LoggerFactory.getLogger(FloorEvents.class);
    private static final int ATTEMPTS = 3;

    /** So many at once: when thousands come and go together, the database is there for others as well. */
    private static final int AT_ONCE = 4;

    private final AgentAbsences absences;
    private final Agents agents;
    private final Dispatcher dispatcher;
    private final Attendance attendance;
    private final TenantScope scope;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    FloorEvents(
            AgentAbsences absences,
            Agents agents,
            Dispatcher dispatcher,
            Attendance attendance,
            TenantScope scope,
            Clock clock) {
        this.absences = absences;
        this.agents = agents;
        this.dispatcher = dispatcher;
        this.attendance = attendance;
        this.scope = scope;
        this.clock = clock;
    }

    @EventListener
    void on(PresenceChanged event) {
        if (event.after().state() != State.OFFLINE) {
            stir(event.tenant(), event.person());
        }
        if (event.before().onShift() && !event.after().onShift()) {
            each(event.tenant(), event.person(), absences::shiftEnded);
        }
    }

    @EventListener
    void on(ShiftBegan event) {
        stir(event.tenant(), event.agentId());
    }

    /** Only what may concern the shift of now: a rota is planned for months and for everybody at once. */
    @EventListener
    void on(AssignmentChanged event) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (event.days().stream().anyMatch(day -> Math.abs(ChronoUnit.DAYS.between(today, day)) <= 2)) {
            stir(event.tenant(), event.agentId());
        }
    }

    @EventListener
    void on(AgentReturned event) {
        stir(event.tenant(), event.agentId());
    }

    @EventListener
    void on(AgentBack event) {
        each(event.tenant(), event.person(), absences::agentReturned);
        stir(event.tenant(), event.person());
    }

    @EventListener
    void on(AgentLost event) {
        if (event.clean()) {
            each(event.tenant(), event.person(), absences::agentSignedOut);
        } else {
            lost(event.tenant(), event.person());
        }
    }

    @EventListener
    void on(AgentAbsent event) {
        each(event.tenant(), event.agentId(), absences::leaveBegan);
    }

    /** Whose last device went while the conversation was on its way was told to be lost before there was anything to lose. */
    @EventListener
    void on(HandoffEvent event) {
        var agent = event.handoff().agentId();
        if (agent != null && event.handoff().state() == HandoffState.IN_PROGRESS) {
            var tenant = event.actor().tenant();
            later(tenant, () -> {
                if (!attendance.isConnected(agent)) {
                    attempt(event.handoff().id(), id -> absences.agentLost(id, agent));
                }
            });
        }
    }

    @EventListener
    void on(ConversationClosed event) {
        if (!absences.hasEnded(event.handoffId())) {
            closed(event.actor().tenant(), event.conversationId(), event.reason());
        }
    }

    void closed(Tenant tenant, UUID conversation, String reason) {
        each(tenant, () -> List.of(conversation), id -> absences.conversationClosed(id, reason));
    }

    void lost(Tenant tenant, String agent) {
        each(tenant, agent, absences::agentLost);
    }

    private void each(Tenant tenant, String agent, BiConsumer<UUID, String> work) {
        each(tenant, () -> absences.heldBy(agent), id -> work.accept(id, agent));
    }

    private void stir(Tenant tenant, String agent) {
        later(
                tenant,
                () -> agents.find(agent)
                        .ifPresent(found -> dispatcher.stir(new HandoffAgentFreed(tenant, found.department()))));
    }

    void each(Tenant tenant, Supplier<List<UUID>> handoffs, Consumer<UUID> work) {
        later(tenant, () -> handoffs.get().forEach(id -> attempt(id, work)));
    }

    private void later(Tenant tenant, Runnable work) {
        AfterCommit.run(() -> Thread.ofVirtual().name("floor").start(() -> {
            room.acquireUninterruptibly();
            try {
                scope.run(tenant, work);
            } finally {
                room.release();
            }
        }));
    }

    /** A timer may move the same process at the same moment; then one of both steps back and looks again. */
    private static void attempt(UUID id, Consumer<UUID> work) {
        for (int i = 1; i <= ATTEMPTS; i++) {
            try {
                work.accept(id);
                return;
            } catch (RuntimeException lost) {
                log.info("handoff {} could not follow the floor, attempt {}: {}", id, i, lost.toString());
            }
        }
    }
}
