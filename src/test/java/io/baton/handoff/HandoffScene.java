package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.chat.Conversations;
import io.baton.chat.Customer;
import io.baton.chat.Customers;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.presence.Cable;
import io.baton.presence.Presence;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import io.baton.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A floor to try things on: agents on shift who come and go, customers who ask. */
abstract class HandoffScene {

    static final Tenant ACME = new Tenant("acme");

    @Autowired
    ApplicationContext baton;

    @Autowired
    TenantScope scope;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Workflow workflow;

    @Autowired
    Agents agents;

    @Autowired
    Rota rota;

    @Autowired
    ShiftTypes shiftTypes;

    @Autowired
    Presence presence;

    @Autowired
    Customers customers;

    @Autowired
    Conversations conversations;

    @Autowired
    HandoffRequests requests;

    @Autowired
    HandoffAnswers answers;

    @Autowired
    HandoffTable table;

    @Autowired
    Seats seats;

    @Autowired
    QueueSweep sweep;

    @Autowired
    Dispatcher dispatcher;

    private final List<String> connected = new ArrayList<>();

    /** The department the test has for itself. */
    abstract String department();

    @AfterEach
    void emptyTheFloor() {
        await().ignoreExceptions().until(() -> inAcme(this::endEverything));
        connected.forEach(this::leave);
        connected.clear();
    }

    boolean endEverything() {
        var open = jdbc.sql("select id from handoff where ended_at is null order by id for update")
                .query(UUID.class)
                .list();
        open.forEach(id -> workflow.cancel("handoff", id, "the test is over"));
        jdbc.sql("""
                        update handoff set state = 'CANCELLED', ended_at = now(), transfer_to = null
                        where ended_at is null
                        """).update();
        jdbc.sql("update seat set active = 0, extra = 0, misses_in_a_row = 0").update();
        return true;
    }

    <T> T inAcme(Supplier<T> work) {
        return as(Actor.system(ACME), work);
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return scope.call(actor, () -> transactions.execute(status -> work.get()));
    }

    void as(Actor actor, Runnable work) {
        scope.run(actor, work);
    }

    /** Work with seats that no handoff holds: nobody counts them anew meanwhile. */
    void unswept(Executable work) throws Throwable {
        synchronized (sweep) {
            work.execute();
        }
    }

    /** Every event so far has been followed: who waits now waits for the next one. */
    void awaitQuiet() {
        await().until(() -> !dispatcher.isServing(new HandoffAgentFreed(ACME, department())));
    }

    /** An agent of the department who is on shift all day, but not connected. */
    void hire(String agent, int seatsAtOnce, String... skills) {
        hire(new Agent(
                agent,
                agent.toUpperCase(java.util.Locale.ROOT),
                department(),
                Set.of(skills),
                3,
                false,
                seatsAtOnce,
                false));
    }

    void hire(Agent agent) {
        inAcme(() -> {
            agents.save(agent);
            shiftTypes.add(new ShiftType(
                    Ids.next(),
                    "round-the-clock",
                    "全天",
                    "Round the clock",
                    "#409eff",
                    LocalTime.MIDNIGHT,
                    LocalTime.MIDNIGHT,
                    List.of()));
            var type = shiftTypes.all().stream()
                    .filter(known -> known.code().equals("round-the-clock"))
                    .findFirst()
                    .orElseThrow();
            jdbc.sql("delete from assignment where agent_id = ?")
                    .param(agent.id())
                    .update();
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            rota.assign(agent.id(), today, type.id());
            rota.assign(agent.id(), today.plusDays(1), type.id());
            return true;
        });
    }

    void connect(String... people) {
        for (var person : people) {
            inAcme(() -> {
                presence.connected(person, "test");
                return true;
            });
            connected.add(person);
        }
    }

    /** The connection is lost, and the grace is over. */
    void lose(String person) {
        inAcme(() -> {
            Cable.cut(baton, ACME, person, "test");
            return true;
        });
    }

    /** Signs out on purpose. */
    void leave(String person) {
        inAcme(() -> {
            presence.disconnected(person, "test", true);
            return true;
        });
    }

    Actor agent(String id) {
        return new Actor(ACME, id, id, department(), Set.of(Role.CUSTOMER_SERVICE), Set.of());
    }

    Actor manager() {
        return new Actor(
                ACME,
                department() + ".manager",
                "M",
                department(),
                Set.of(Role.MANAGER),
                Set.of("acme.managers", "acme." + department() + ".managers"));
    }

    /** A new customer with an open conversation. */
    Actor customer() {
        var customer = inAcme(() -> customers.admit(new Customer(Ids.next(), "林小姐", null, Map.of(), null)));
        return new Actor(ACME, customer.id().toString(), customer.name(), null, Set.of(), Set.of());
    }

    UUID conversation(Actor customer) {
        return as(
                customer,
                () -> conversations
                        .open(UUID.fromString(customer.id()), "退票", department())
                        .id());
    }

    HandoffView ask(Actor customer) {
        return ask(customer, Priority.NORMAL);
    }

    HandoffView ask(Actor customer, Priority priority, String... skills) {
        var conversation = conversation(customer);
        return scope.call(
                customer,
                () -> requests.request(
                        conversation,
                        new HandoffRequest("想和人说话", department(), priority, Set.of(skills)),
                        Instant.now()));
    }

    HandoffSnapshot now(UUID id) {
        return inAcme(() -> table.find(id).orElseThrow());
    }

    HandoffState state(UUID id) {
        return now(id).state();
    }

    int active(String agent) {
        return inAcme(() -> seats.of(List.of(agent))
                .getOrDefault(agent, Candidate.Seat.UNUSED)
                .active());
    }

    void awaitState(UUID id, HandoffState state) {
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    void awaitAgent(UUID id, String agent) {
        await().untilAsserted(() -> assertThat(now(id).agentId()).isEqualTo(agent));
    }
}
