package io.baton.leave;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.baton.Application;
import io.baton.chat.Conversations;
import io.baton.chat.Customer;
import io.baton.chat.Customers;
import io.baton.chat.Messages;
import io.baton.development.BatonContext;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.BulkPlanning;
import io.baton.rota.PlanningMode;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How late the timers of leave processes fire, from the instant they are due to the end of what they do: with nothing else to
 * do, and while the same node plans shifts and commits messages as fast as it can.
 */
public final class TimerBenchmark implements AutoCloseable {

    private static final int LEAVES = 600;
    private static final int PLANNED = 50;
    private static final int CHATS = 20;
    private static final int REHEARSAL = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LEAD = Duration.ofSeconds(10);
    private static final Duration SPREAD = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ConfigurableApplicationContext baton = new SpringApplicationBuilder(Application.class)
            .profiles("demo")
            .initializers(new BatonContext())
            .run();
    private final LeaveWorld world =
            new LeaveWorld(bean(TenantScope.class), bean(Rota.class), bean(ShiftTypes.class), bean(Agents.class));

    /** Milliseconds of the timers of one run. */
    private record Lateness(long timers, double p50, double p99, double max) {

        static Lateness of(Histogram millis) {
            return new Lateness(
                    millis.getTotalCount(),
                    millis.getValueAtPercentile(50),
                    millis.getValueAtPercentile(99),
                    millis.getMaxValue());
        }
    }

    /** Everybody waits for a decision; who decides is reminded and later overruled by timers. */
    private void begin() {
        var today = LocalDate.now(LeaveWorld.ZONE);
        for (int i = 0; i < LEAVES; i++) {
            var id = "tb%04d".formatted(i);
            var day = today.plusDays(40 + i % 300);
            world.as(LeaveWorld.admin(), () -> {
                bean(Agents.class).save(new Agent(id, id, "ticketing", Set.of(), 2, false, 4, true));
                return true;
            });
            world.as(LeaveWorld.agent(id), () -> bean(LeaveProcess.class).request(LeaveWorld.wholeDay(day)));
        }
    }

    private List<String> timers(String event) {
        return bean(ManagementService.class).createJobQuery().activityId(event).list().stream()
                .map(Job::getId)
                .toList();
    }

    /** Spreads timers over a while and waits until all have fired. */
    private Lateness fire(List<String> timers, Duration spread) throws InterruptedException {
        var first = Instant.now().plus(LEAD);
        for (int i = 0; i < timers.size(); i++) {
            var due = first.plus(spread.multipliedBy(i).dividedBy(timers.size()));
            bean(ManagementService.class).setJobDuedate(timers.get(i), Date.from(due));
        }
        var deadline = first.plus(spread).plus(PATIENCE);
        var log = fired(timers);
        while (log.size() < timers.size() && Instant.now().isBefore(deadline)) {
            Thread.sleep(PAUSE);
            log = fired(timers);
        }
        if (log.size() < timers.size()) {
            throw new IllegalStateException(log.size() + " of " + timers.size() + " timers have fired");
        }
        var millis = new Histogram(3);
        log.forEach(entry -> millis.recordValue(Math.max(
                0, entry.getTimestamp().getTime() - entry.getJobDueDate().getTime())));
        return Lateness.of(millis);
    }

    private List<HistoricJobLog> fired(List<String> timers) {
        return bean(HistoryService.class).createHistoricJobLogQuery().successLog().list().stream()
                .filter(entry -> timers.contains(entry.getJobId()))
                .toList();
    }

    /** Plans and chats until it is told to stop, each as soon as what was before is committed. */
    private void load(AtomicBoolean on, LongAdder plans, LongAdder messages) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> plan(on, plans));
            IntStream.range(0, CHATS).forEach(chat -> threads.submit(() -> chat(chat, on, messages)));
        }
    }

    private void plan(AtomicBoolean on, LongAdder plans) {
        var shift = world.as(LeaveWorld.admin(), () -> world.shiftType("early"));
        for (var day = LocalDate.now(LeaveWorld.ZONE).plusYears(1); on.get(); day = day.plusDays(2)) {
            for (int group = 0; group < LEAVES / PLANNED && on.get(); group++) {
                var slots = new ArrayList<Slot>();
                for (int i = group * PLANNED; i < (group + 1) * PLANNED; i++) {
                    slots.add(new Slot("tb%04d".formatted(i), day, shift));
                }
                world.as(LeaveWorld.admin(), () -> bean(BulkPlanning.class).plan(slots, PlanningMode.ALL_OR_NOTHING));
                plans.increment();
            }
        }
    }

    private void chat(int number, AtomicBoolean on, LongAdder messages) {
        var conversation = world.as(
                Actor.system(LeaveWorld.ACME),
                () -> bean(TransactionOperations.class).execute(status -> {
                    var draft = new Customer(Ids.next(), "Customer " + number, null, Map.of(), null);
                    var customer = bean(Customers.class).admit(draft);
                    return bean(Conversations.class).open(customer.id(), null, null);
                }));
        var customer = new Actor(
                LeaveWorld.ACME, conversation.customerId().toString(), "Customer " + number, null, Set.of(), Set.of());
        while (on.get()) {
            var draft = new Messages.Draft(Ids.next(), conversation.id(), "word ".repeat(40), null);
            world.as(customer, () -> bean(Messages.class).append(draft));
            messages.increment();
        }
    }

    private void measure(Path results) throws Exception {
        begin();
        fire(timers("EscalationPassed").subList(0, REHEARSAL), LEAD);
        var timers = timers("ReminderPassed");
        var idle = fire(timers.subList(0, LEAVES / 2), SPREAD);
        var on = new AtomicBoolean(true);
        var plans = new LongAdder();
        var messages = new LongAdder();
        var loading = Thread.ofVirtual().start(() -> load(on, plans, messages));
        var began = System.nanoTime();
        var loaded = fire(timers.subList(LEAVES / 2, LEAVES), SPREAD);
        var seconds = (System.nanoTime() - began) / 1e9;
        on.set(false);
        loading.join();
        var all = new LinkedHashMap<String, Object>();
        all.put("idle", idle);
        all.put("loaded", loaded);
        all.put("plansOfFiftyPerSecond", plans.sum() / seconds);
        all.put("messagesPerSecond", messages.sum() / seconds);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(results.toFile(), all);
        System.out.printf("nothing else to do   %s%n", idle);
        System.out.printf(
                "under load           %s with %.0f plans of fifty and %.0f messages a second%n",
                loaded, plans.sum() / seconds, messages.sum() / seconds);
    }

    private <T> T bean(Class<T> type) {
        return baton.getBean(type);
    }

    @Override
    public void close() {
        baton.close();
    }

    public static void main(String[] arguments) throws Exception {
        var results = Files.createDirectories(Path.of("target/benchmarks")).resolve("timers.json");
        try (var benchmark = new TimerBenchmark()) {
            benchmark.measure(results);
        }
    }
}
