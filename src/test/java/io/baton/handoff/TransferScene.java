package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.rota.Agent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;

/** A floor on which conversations are passed on. */
abstract class TransferScene extends HandoffScene {

    @Autowired
    HandoffTransfers transfers;

    @Override
    String department() {
        return "vip";
    }

    /** Somebody who is served by this agent, who is hired and connected for it. */
    UUID servedBy(String agent) {
        hire(agent, 3);
        connect(agent);
        return servedByConnected(agent);
    }

    /** Passed to the agent by hand of the test, whoever else is on the floor. */
    UUID servedByConnected(String agent) {
        var id = ask(customer()).handoff().id();
        awaitAgent(id, agent);
        as(agent(agent), () -> answers.accept(id));
        return id;
    }

    void hireElsewhere(String agent, String department, String... skills) {
        hire(new Agent(
                agent, agent.toUpperCase(java.util.Locale.ROOT), department, Set.of(skills), 3, false, 2, false));
    }

    void transfer(UUID handoff, String from, TransferWish wish) {
        as(agent(from), () -> transfers.transfer(conversationOf(handoff), wish));
    }

    void transfer(UUID handoff, String from, String to) {
        transfer(handoff, from, TransferWish.to(to, "客户要改签，已查过订单"));
    }

    void cancel(UUID handoff, String sender) {
        as(agent(sender), () -> transfers.cancel(conversationOf(handoff)));
    }

    UUID conversationOf(UUID handoff) {
        return now(handoff).ask().conversationId();
    }

    void onLeave(String agent) {
        inAcme(() -> jdbc.sql("update assignment set status = 'LEAVE', leave_id = gen_random_uuid() where agent_id = ?")
                .param(agent)
                .update());
    }

    void offShift(String agent) {
        inAcme(() -> jdbc.sql("delete from assignment where agent_id = ?")
                .param(agent)
                .update());
    }

    /** The names of what happened, oldest first. */
    List<String> happened(UUID handoff) {
        return inAcme(() -> jdbc.sql("select what from handoff_event where handoff_id = ? order by step")
                .param(handoff)
                .query(String.class)
                .list());
    }

    List<String> notices(String person) {
        return inAcme(() -> jdbc.sql("select kind from notice where person = ? order by id")
                .param(person)
                .query(String.class)
                .list());
    }

    static Problem refusal(Runnable work) {
        var problem = catchThrowableOfType(Problem.class, work::run);
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }

    /** Runs both at the same instant; answers what each was refused with, or null. */
    static List<Throwable> atOnce(Runnable one, Runnable other) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = List.of(pool.submit(after(start, one)), pool.submit(after(start, other)));
            start.countDown();
            var outcomes = new java.util.ArrayList<Throwable>();
            for (Future<Throwable> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private static Callable<Throwable> after(CountDownLatch start, Runnable work) {
        return () -> {
            start.await();
            try {
                work.run();
                return null;
            } catch (RuntimeException refused) {
                return refused;
            }
        };
    }

    Actor stranger() {
        return new Actor(
                ACME, "somebody.else", "S", "ticketing", Set.of(io.baton.kernel.Role.CUSTOMER_SERVICE), Set.of());
    }
}
