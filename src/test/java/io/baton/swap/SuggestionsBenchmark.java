package io.baton.swap;

import io.baton.development.MeasuredBaton;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Exchange;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Suggestions for somebody of a department of 500 with 1,000 standing wishes: rights, database, search, rules and ranking;
 * each time for another person. Beside it the plain way, which asks the rules about every link that is wished and then looks
 * at every circle, and PostgreSQL alone, which joins the wishes to circles of up to three and knows no rules.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class SuggestionsBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DEPARTMENT = "sb";
    private static final Actor LEADER =
            new Actor(new Tenant("acme"), "sb.manager", "Leader", DEPARTMENT, Set.of(Role.MANAGER), Set.of());
    private static final Actor PLANNER =
            new Actor(new Tenant("acme"), "planner", "Planner", null, Set.of(Role.ADMIN), Set.of());
    private static final int PEOPLE = 500;
    private static final int WISHES = 1_000;
    private static final int WEEKS = 4;
    private static final int WORKDAYS = 5;

    /** Of how many days a wish would take shifts; one of three types. The fewer, the longer the circles. */
    @Param({"1", "4"})
    public int days;

    private final LocalDate monday =
            LocalDate.now(ZONE).plusYears(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    private final Map<String, List<Assignment>> rota = new HashMap<>();
    private @Nullable MeasuredBaton baton;
    private int next;

    @Setup
    public void begin() {
        baton = MeasuredBaton.start();
        in(PLANNER, () -> {
            Stream.of(6, 14, 22).forEach(hour -> bean(ShiftTypes.class).add(type(hour)));
            people().forEach(id -> bean(Agents.class)
                    .save(new Agent(id, "客服 " + id, DEPARTMENT, Set.of("refund"), 3, false, 5, false)));
            plan();
            wish();
            return true;
        });
    }

    @TearDown
    public void end() {
        Objects.requireNonNull(baton).close();
    }

    @Benchmark
    public SwapSuggestions.Suggested suggest() {
        return in(LEADER, () -> bean(SwapSuggestions.class).of(search()));
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public List<Circle> judgeEveryLinkAndLookAtEveryCircle() {
        var search = search();
        return in(
                LEADER, () -> transaction(() -> plainly(bean(SwapWishPool.class).gather(search))));
    }

    @Benchmark
    public List<UUID> bareJoinOfThree() {
        var search = search();
        return in(
                LEADER,
                () -> transaction(() -> bean(JdbcClient.class)
                        .sql("""
                        with offer as materialized (
                            select w.*, a.rota_day, a.shift_type_id from swap_wish w join assignment a on a.id = w.gives
                            where a.status = 'ACTIVE' and lower(a.during) > now()
                        ), asker as (select * from assignment where id = :gives)
                        select one.gives
                        from asker, offer one left join offer two on two.gives <> one.gives
                        where one.rota_day between :from and :to and one.agent_id <> asker.agent_id
                            and (asker.rota_day between one.first_day and one.last_day
                                    and asker.shift_type_id = any(one.shift_types)
                                or two.rota_day between one.first_day and one.last_day
                                    and two.shift_type_id = any(one.shift_types)
                                    and asker.rota_day between two.first_day and two.last_day
                                    and asker.shift_type_id = any(two.shift_types)
                                    and two.agent_id not in (one.agent_id, asker.agent_id))
                        limit 20
                        """)
                        .param("gives", search.gives())
                        .param("from", search.from())
                        .param("to", search.to())
                        .query(UUID.class)
                        .list()));
    }

    private List<Circle> plainly(SwapWishPool.Pool pool) {
        var offers =
                Stream.concat(Stream.of(pool.asker()), pool.others().stream()).toList();
        var links = offers.stream()
                .flatMap(
                        taker -> offers.stream().filter(taker::wants).map(giver -> new CircleSearch.Link(taker, giver)))
                .toList();
        var judged = bean(ChainSwapRulebook.class)
                .judge(
                        links.stream()
                                .map(link -> new ChainSwapRulebook.Link(
                                        link.taker().agent(),
                                        link.taker().gives(),
                                        link.giver().gives()))
                                .toList(),
                        bean(Exchange.class)
                                .outlooks(offers.stream().map(SwapOffer::gives).toList()));
        var free = IntStream.range(0, links.size())
                .filter(i -> judged.get(i).isFree())
                .mapToObj(links::get)
                .collect(Collectors.groupingBy(CircleSearch.Link::taker));
        List<Circle> found = new ArrayList<>();
        extend(List.of(pool.asker()), 0, free, found);
        return found.stream()
                .sorted(Comparator.comparing(Circle::cost))
                .limit(20)
                .toList();
    }

    private static void extend(
            List<SwapOffer> chain, double cost, Map<SwapOffer, List<CircleSearch.Link>> free, List<Circle> found) {
        for (var link : free.getOrDefault(chain.getLast(), List.of())) {
            if (link.giver().equals(chain.getFirst())) {
                found.add(new Circle(chain, cost + link.cost()));
            } else if (chain.size() < CircleSearch.MOST_PEOPLE
                    && chain.stream()
                            .noneMatch(one -> one.agent().equals(link.giver().agent()))) {
                extend(
                        Stream.concat(chain.stream(), Stream.of(link.giver())).toList(),
                        cost + link.cost(),
                        free,
                        found);
            }
        }
    }

    /** Five days a week of one type, which changes from week to week. */
    private void plan() {
        var types = types();
        var random = new Random(1);
        for (var id : people()) {
            int first = random.nextInt(3);
            var slots = IntStream.range(0, WEEKS).boxed().flatMap(week -> {
                var type = types.get(random.nextInt(types.size()));
                return IntStream.range(first, first + WORKDAYS)
                        .mapToObj(day -> new Slot(id, monday.plusWeeks(week).plusDays(day), type));
            });
            rota.put(id, bean(Rota.class).assign(slots.toList()));
        }
    }

    private void wish() {
        var types = types();
        var random = new Random(2);
        var people = people();
        transaction(() -> {
            bean(JdbcClient.class).sql("delete from swap_wish").update();
            for (int i = 0; i < WISHES; i++) {
                var shifts = shifts(people.get(i % PEOPLE));
                var from = monday.plusDays(7 + random.nextInt(14 - days));
                var shift = shifts.get(WORKDAYS + (i / PEOPLE) * WORKDAYS + random.nextInt(WORKDAYS));
                var wish = new SwapWish(
                        Ids.next(),
                        shift.agentId(),
                        "x",
                        DEPARTMENT,
                        shift.id(),
                        new SwapWish.Takes(
                                Set.of(types.get(random.nextInt(types.size()))), from, from.plusDays(days - 1L)),
                        null,
                        Instant.now());
                bean(SwapWishTable.class).insert(wish);
            }
            return true;
        });
    }

    /** Somebody who gives a shift of the second week away for any of three days. */
    private SwapSuggestions.Search search() {
        next = (next + 7) % PEOPLE;
        var gives = shifts(people().get(next)).get(WORKDAYS + next % WORKDAYS);
        var from = monday.plusDays(7 + next % 11);
        return new SwapSuggestions.Search(gives.id(), Set.of(), from, from.plusDays(2));
    }

    private List<Assignment> shifts(String agent) {
        return Objects.requireNonNull(rota.get(agent));
    }

    private List<UUID> types() {
        return bean(ShiftTypes.class).all().stream()
                .filter(type -> type.code().startsWith("sb-"))
                .map(ShiftType::id)
                .toList();
    }

    private static ShiftType type(int hour) {
        return new ShiftType(
                Ids.next(),
                "sb-" + hour,
                "班 " + hour,
                "Shift " + hour,
                "#2563eb",
                LocalTime.of(hour, 0),
                LocalTime.of((hour + 8) % 24, 0),
                List.of());
    }

    private static List<String> people() {
        return IntStream.range(0, PEOPLE).mapToObj("sb%04d"::formatted).toList();
    }

    private <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(bean(TransactionOperations.class).execute(status -> work.get()));
    }

    private MeasuredBaton baton() {
        return Objects.requireNonNull(baton);
    }

    private <T> T bean(Class<T> type) {
        return baton().bean(type);
    }

    private <T> T in(Actor actor, Supplier<T> work) {
        return bean(TenantScope.class).call(actor, work);
    }

    public static void main(String[] arguments) throws Exception {
        MeasuredBaton.measure(SuggestionsBenchmark.class, "suggestions", "2g");
    }
}
