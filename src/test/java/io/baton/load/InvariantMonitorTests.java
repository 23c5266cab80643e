package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.development.SharedServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A monitor that never complains proves nothing: each invariant is broken behind Baton's back, in a transaction of ours. */
@BatonTest
class InvariantMonitorTests {

    @Autowired
    private Environment environment;

    private final InvariantMonitor monitor = new InvariantMonitor(
            () -> {
                throw new SQLException("it looks at what it is given");
            },
            Duration.ZERO,
            Duration.ZERO);
    private final UUID conversation = UUID.randomUUID();
    private final UUID handoff = UUID.randomUUID();
    private Connection database;
    /** What other tests have left behind. */
    private List<Violation> before = List.of();

    @BeforeEach
    void hireSomebody() throws SQLException {
        var url = environment.getRequiredProperty("BATON_DB_URL");
        database = SharedServices.postgresql().superuser(url.substring(url.lastIndexOf('/') + 1));
        database.setAutoCommit(false);
        run("delete from seat");
        run("delete from handoff_event");
        run("delete from handoff");
        run("delete from act_ru_incident");
        run("""
                insert into agent (tenant_id, id, name, department, level, max_conversations)
                values ('acme', 'm1', 'M1', 'watched', 3, 2)
                """);
        monitor.look(database);
        before = monitor.violations();
        ask(handoff);
    }

    @AfterEach
    void forgetEverything() throws SQLException {
        database.rollback();
        database.close();
    }

    @Test
    void complainsOfAnOpenHandoffWithoutAProcessAndOfNothingElse() throws SQLException {
        assertThat(broken()).containsOnly("PROCESS_MISSING");
        assertThat(found().getFirst().what()).contains(handoff.toString(), "PENDING", "0 processes");
    }

    @Test
    void doesNotComplainOnceTheProcessIsThere() throws SQLException {
        begin(handoff);
        assertThat(broken()).isEmpty();
    }

    @Test
    void complainsOfAProcessTooManyAndOfOneThatOutlivesItsHandoff() throws SQLException {
        begin(handoff);
        begin(handoff);
        assertThat(broken()).containsOnly("PROCESS_MISSING");
        run("update handoff set state = 'CANCELLED', ended_at = now()");
        assertThat(broken()).containsOnly("PROCESS_MISSING");
        assertThat(found()).anyMatch(found -> found.what().contains("not open"));
    }

    @Test
    void complainsOfAnAgentAboveCapacity() throws SQLException {
        seat(3, 5, 0);
        assertThat(broken()).contains("ABOVE_CAPACITY");
    }

    @Test
    void complainsOfSeatsBeyondTheMaximumThatNobodyGave() throws SQLException {
        seat(3, 2, 1);
        assertThat(broken()).contains("EXTRA_WITHOUT_A_HAND").doesNotContain("ABOVE_CAPACITY");
    }

    @Test
    void complainsOfASeatThatIsTakenForNobody() throws SQLException {
        seat(1, 2, 0);
        assertThat(broken()).contains("SEATS_MISCOUNTED");
    }

    @Test
    void complainsOfAHandoffThatTakesNoSeat() throws SQLException {
        run("update handoff set state = 'ASSIGNED', agent_id = 'm1', score = '{\"total\":0,\"parts\":[]}'");
        assertThat(broken()).contains("SEATS_MISCOUNTED");
    }

    @Test
    void countsTheSeatOfWhomAConversationIsPassedOnTo() throws SQLException {
        run("update handoff set state = 'TRANSFERRED', agent_id = 'm1', transfer_to = 'm2'");
        seat(1, 2, 0);
        assertThat(broken()).contains("SEATS_MISCOUNTED");
        assertThat(found()).anyMatch(found -> found.what().contains("acme/m2"));
    }

    @Test
    void complainsOfTwoOpenHandoffsOfAConversation() throws SQLException {
        run("drop index handoff_one_open");
        ask(UUID.randomUUID());
        assertThat(broken()).contains("OPEN_TWICE");
    }

    @Test
    void complainsOfWhoWaitsBesideAFreeAgent() throws Exception {
        begin(handoff);
        presentAndOnShift();
        monitor.look(database);
        Thread.sleep(2);
        assertThat(broken()).containsOnly(InvariantMonitor.WAITS);
        assertThat(found().getFirst().what()).contains(handoff.toString(), "m1");
    }

    @Test
    void doesNotComplainWhileWhoIsFreeChanges() throws Exception {
        begin(handoff);
        presentAndOnShift();
        run("insert into seat (tenant_id, agent_id, max_active, last_assigned_at) values ('acme', 'm1', 2, now())");
        for (var look = 0; look < 4; look++) {
            monitor.look(database);
            run("update seat set last_assigned_at = clock_timestamp()");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void doesNotComplainOfAnAgentWhoCannotTakeIt() throws Exception {
        begin(handoff);
        presentAndOnShift();
        for (var hindrance : Set.of(
                "update agent set max_conversations = 0 where id = 'm1'",
                "update handoff set skills = '{refund}'",
                "update assignment set status = 'SUPERSEDED' where agent_id = 'm1'",
                "update presence_interval set ended_at = now() where person = 'm1'",
                "insert into presence_choice values ('acme', 'm1', 'OFFLINE', now())",
                "insert into handoff_offer select tenant_id, id, 'm1', now(), 'REJECTED', now(), '{}' from handoff")) {
            var before = database.setSavepoint();
            run(hindrance);
            monitor.look(database);
            Thread.sleep(2);
            monitor.look(database);
            database.rollback(before);
        }
        assertThat(found()).isEmpty();
    }

    private Set<String> broken() throws SQLException {
        monitor.look(database);
        return found().stream().map(Violation::rule).collect(Collectors.toSet());
    }

    private List<Violation> found() {
        return monitor.violations().stream()
                .filter(violation -> !before.contains(violation))
                .toList();
    }

    private void ask(UUID id) throws SQLException {
        run("""
                insert into handoff (tenant_id, id, conversation_id, customer_id, customer_name, subject, reason, state,
                    department, priority, requested_at, rank_at)
                values ('acme', '%s', '%s', 'c1', 'C', '', '', 'PENDING', 'watched', 'NORMAL', now(), now())
                """.formatted(id, conversation));
    }

    private void presentAndOnShift() throws SQLException {
        run("""
                insert into presence_interval (tenant_id, id, person, choice, started_at, seen_until)
                values ('acme', gen_random_uuid(), 'm1', 'ONLINE', now(), now() + interval '1 minute')
                """);
        run("insert into shift_type (id, tenant_id, code) values ('%s', 'acme', 'watched')".formatted(conversation));
        run("""
                insert into assignment (id, tenant_id, agent_id, rota_day, during, shift_type_id, status)
                values (gen_random_uuid(), 'acme', 'm1', current_date,
                    tstzrange(now() - interval '1 hour', now() + interval '1 hour', '[)'), '%s', 'ACTIVE')
                """.formatted(conversation));
    }

    private void seat(int active, int most, int extra) throws SQLException {
        run("insert into seat (tenant_id, agent_id, active, max_active, extra) values ('acme', 'm1', %d, %d, %d)"
                .formatted(active, most, extra));
    }

    /** As the engine does for a process instance. */
    private void begin(UUID key) throws SQLException {
        run("""
                insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, tenant_id_, is_active_,
                    is_concurrent_, is_scope_, is_event_scope_, suspension_state_)
                select x.id, 1, x.id, '%s', d.id_, 'acme', true, false, true, false, 1
                from act_re_procdef d, (select gen_random_uuid()::text as id) x
                where d.key_ = 'handoff' and d.tenant_id_ = 'acme' order by d.version_ desc limit 1
                """.formatted(key));
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
