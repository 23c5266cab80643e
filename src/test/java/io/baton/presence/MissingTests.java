package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is missed on shift, from when on, and how often that is told. */
@BatonTest
class MissingTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    private Missing missing;

    @Autowired
    private Intervals intervals;

    @Autowired
    private Agents agents;

    @Autowired
    private Rota rota;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConfigurableApplicationContext context;

    private final Queue<AgentMissing> told = new ConcurrentLinkedQueue<>();
    private final ApplicationListener<ApplicationEvent> listener = this::note;

    private final LocalDate day = LocalDate.now(ZONE).plusDays(700 + 3 * DAYS.incrementAndGet());
    private final String person = "missing" + DAYS.get();
    private final Instant eight = day.atTime(8, 0).atZone(ZONE).toInstant();

    @BeforeEach
    void plan() {
        context.addApplicationListener(listener);
        in(() -> {
            agents.save(new Agent(person, "Zhao", "vip", Set.of(), 3, false, 5, false));
            plan("missing-day", 8, 16, day);
        });
    }

    @Test
    void givesAShiftThatBeganTimeToCome() {
        look(eight.plusSeconds(299));
        assertThat(told).isEmpty();
        look(eight.plusSeconds(300));
        assertThat(told).containsExactly(new AgentMissing(ACME, person, "vip", eight));
    }

    @Test
    void tellsEachTimeOnceHoweverManyNodesLook() throws Exception {
        var attempts = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    look(eight.plusSeconds(400 + i));
                    return true;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(attempts)) {
                assertThat(result.get()).isTrue();
            }
        }
        look(eight.plusSeconds(4_000));
        in(() -> assertThat(jdbc.sql("select count(*) from presence_missing where person = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
        assertThat(told).hasSize(1);
    }

    @Test
    void doesNotMissWhoIsConnected() {
        in(() -> intervals.begin(person, State.AWAY, eight.minusSeconds(60), eight));
        look(eight.plusSeconds(3_600));
        assertThat(told).isEmpty();
    }

    @Test
    void countsFromTheEndOfTheLastConnectionAndTellsTheNextTimeToo() {
        present(eight.minusSeconds(60), eight.plusSeconds(1_000));
        look(eight.plusSeconds(1_299));
        assertThat(told).isEmpty();
        look(eight.plusSeconds(1_300));
        present(eight.plusSeconds(1_400), eight.plusSeconds(2_000));
        look(eight.plusSeconds(2_299));
        look(eight.plusSeconds(2_300));
        look(eight.plusSeconds(2_400));
        assertThat(told)
                .extracting(AgentMissing::since)
                .containsExactly(eight.plusSeconds(1_000), eight.plusSeconds(2_000));
    }

    @Test
    void doesNotMissWhoIsOffShiftOrOnLeave() {
        look(eight.minusSeconds(1));
        look(eight.plus(Duration.ofHours(9)));
        in(() -> rota.applyLeave(Ids.next(), person, HalfDays.of(day)));
        look(eight.plusSeconds(3_600));
        assertThat(told).isEmpty();
    }

    @Test
    void takesShiftsThatTouchForOne() {
        in(() -> plan("missing-late", 16, 22, day));
        look(eight.plus(Duration.ofHours(8)).plusSeconds(10));
        assertThat(told).extracting(AgentMissing::since).containsExactly(eight);
    }

    @Test
    void missesWhoWorksAtNight() {
        in(() -> plan("missing-night", 22, 6, day.plusDays(1)));
        var three = day.plusDays(2).atTime(3, 0).atZone(ZONE).toInstant();
        look(three);
        assertThat(told)
                .extracting(AgentMissing::since)
                .containsExactly(day.plusDays(1).atTime(22, 0).atZone(ZONE).toInstant());
    }

    @AfterEach
    void listenNoMore() {
        context.removeApplicationListener(listener);
    }

    private void note(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload
                && payload.getPayload() instanceof AgentMissing agent
                && agent.person().equals(person)) {
            told.add(agent);
        }
    }

    private void look(Instant now) {
        scope.run(ACME, () -> missing.raise(ACME, now));
    }

    private void present(Instant from, Instant until) {
        in(() -> {
            intervals.begin(person, State.ONLINE, from, until);
            intervals.end(person, until);
        });
    }

    private void plan(String code, int start, int end, LocalDate on) {
        types.add(new ShiftType(
                Ids.next(), code, code, code, "#000000", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of()));
        var type = types.all().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow();
        rota.assign(person, on, type.id());
    }

    private void in(Runnable work) {
        scope.run(ACME, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
