package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.Http;
import io.baton.development.DemoPeople;
import io.baton.development.Node;
import io.baton.development.Nodes;
import io.baton.development.OwnServices;
import io.baton.development.SharedServices;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A Baton in a process of its own, on a PostgreSQL of its own, and the people of the demonstration who swap shifts there
 * over HTTP. Remembers what was acknowledged to them.
 */
final class SwapNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path FOLDER = Path.of("target", "swap-node");

    private final OwnServices services;
    private final Nodes nodes;
    private final Node node;
    private final AtomicInteger weeks = new AtomicInteger();
    private final ConcurrentLinkedQueue<Kept> acknowledged = new ConcurrentLinkedQueue<>();
    private final UUID shiftType;

    /** A shift that somebody has. */
    record Shift(UUID id, String agentId, String department) {}

    /** A swap that something may still come of. */
    record Open(UUID id, String state, String by, String unanswered, String undecided) {

        List<String> asked() {
            return List.of(unanswered.split(","));
        }

        List<String> departments() {
            return List.of(undecided.split(","));
        }
    }

    /** What somebody was told is done: there from then on, whatever happens. */
    private record Kept(UUID swap, long version, String table, String who, String state) {

        static final String SWAP = "select count(*) from swap s where s.id = ? and s.version >= ? and s.state like ?";
        static final String ITEM = """
                select count(*) from swap s join swap_item i on i.swap_id = s.id
                where s.id = ? and s.version >= ? and i.confirmation like ? and i.agent_id = ?
                """;
        static final String APPROVAL = """
                select count(*) from swap s join swap_approval a on a.swap_id = s.id
                where s.id = ? and s.version >= ? and a.state like ? and a.department = ?
                """;
    }

    private SwapNode(OwnServices services, Nodes nodes, Node node) {
        this.services = services;
        this.nodes = nodes;
        this.node = node;
        settleIn();
        this.shiftType = shiftType();
    }

    static SwapNode start() {
        var keycloak = SharedServices.all().keycloak().address();
        var quiet = new PrintStream(OutputStream.nullOutputStream());
        var services = OwnServices.start(FOLDER.resolve("data"), false, quiet);
        var nodes = services.nodes(
                FOLDER, Nodes.JVM, Map.of("baton.keycloak.url", keycloak, "baton.swap.reconcile", "PT0.5S"));
        return new SwapNode(services, nodes, nodes.start());
    }

    private void settleIn() {
        var agents = DemoPeople.all().stream()
                .filter(person ->
                        person.tenant().equals("acme") && person.role().equals("agent"))
                .toList();
        ask(jdbc -> agents.forEach(agent -> jdbc.sql("""
                        insert into agent (tenant_id, id, name, department, level, max_conversations)
                        values ('acme', ?, ?, ?, 3, 4)
                        """)
                .params(agent.id(), agent.name(), agent.department())
                .update()));
    }

    private UUID shiftType() {
        var added = as("acme.admin")
                .post(
                        "/api/v1/shift-types",
                        Map.of(
                                "code",
                                "swap-day",
                                "nameZh",
                                "白班",
                                "nameEn",
                                "Day",
                                "color",
                                "#2563eb",
                                "start",
                                "08:00",
                                "end",
                                "16:00"));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return UUID.fromString(added.json().get("id").asText());
    }

    Http as(String person) {
        return Http.as(person).at(node.url());
    }

    /** One shift for each of so many people, in a week with nothing near. */
    List<Shift> plan(int people) {
        var monday = LocalDate.now()
                .plusYears(3)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(4L * weeks.getAndIncrement());
        var slots = IntStream.range(0, people)
                .mapToObj(i -> Map.of(
                        "agentId", "kf%03d".formatted(i + 1), "date", monday.plusDays(i % 5), "shiftTypeId", shiftType))
                .toList();
        var planned = as("acme.admin").post("/api/v1/assignments:batch", Map.of("slots", slots));
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        return shifts(monday);
    }

    /** Who has which shift in the week of that day. */
    private List<Shift> shifts(LocalDate monday) {
        return read(jdbc -> jdbc.sql("""
                        select a.id, a.agent_id, g.department from assignment a
                        join agent g on g.tenant_id = a.tenant_id and g.id = a.agent_id
                        where a.status = 'ACTIVE' and a.rota_day between ? and ? order by a.agent_id
                        """)
                .params(monday, monday.plusDays(6))
                .query(Shift.class)
                .list());
    }

    /** What became of these shifts: the same ones, and who has them by now. */
    List<Shift> now(Collection<Shift> planned) {
        return read(jdbc -> jdbc.sql("""
                        with recursive line as (
                            select a.id, a.agent_id, a.status from assignment a where a.id = any(?)
                            union all
                            select a.id, a.agent_id, a.status from assignment a join line l on a.replaces = l.id)
                        select l.id, l.agent_id, g.department from line l join agent g on g.id = l.agent_id
                        where l.status = 'ACTIVE' order by l.agent_id
                        """)
                .param(planned.stream().map(Shift::id).toArray(UUID[]::new))
                .query(Shift.class)
                .list());
    }

    List<Open> open() {
        return read(jdbc -> jdbc.sql("""
                        select s.id, s.state, s.proposed_by as by,
                            (select string_agg(i.agent_id, ',') from swap_item i
                             where i.swap_id = s.id and i.confirmation = 'OPEN') as unanswered,
                            (select string_agg(a.department, ',') from swap_approval a
                             where a.swap_id = s.id and a.state = 'OPEN') as undecided
                        from swap s where s.state in ('CONFIRMING', 'APPROVING') order by s.id
                        """).query(Open.class).list());
    }

    /** Which swap is in which state, and how often it moved. */
    Map<String, String> swaps() {
        var swaps = new TreeMap<String, String>();
        ask(jdbc -> jdbc.sql("select id, state, version from swap")
                .query((row, number) ->
                        swaps.put(row.getString("id"), row.getString("state") + " " + row.getLong("version")))
                .list());
        return swaps;
    }

    /** The first of them proposes that each takes what the next one has. */
    Http.Answer propose(List<Shift> chain) {
        var items = IntStream.range(0, chain.size())
                .mapToObj(i -> Map.of(
                        "agentId", chain.get(i).agentId(),
                        "gives", chain.get(i).id(),
                        "takes", chain.get((i + 1) % chain.size()).id()))
                .toList();
        var by = chain.getFirst().agentId();
        return keep(as(by).post("/api/v1/swaps", Map.of("items", items)), Kept.SWAP, "", "%");
    }

    Http.Answer confirm(UUID swap, String person, boolean agreed) {
        var answer = as(person).post("/api/v1/swaps/" + swap + "/confirmation", Map.of("agreed", agreed));
        return keep(answer, Kept.ITEM, person, agreed ? "AGREED" : "DECLINED");
    }

    Http.Answer decide(UUID swap, String department, boolean approved) {
        var decision = Map.of("approved", approved, "department", department, "comment", "看人手");
        var answer = as(department + ".manager").post("/api/v1/swaps/" + swap + "/decision", decision);
        return keep(answer, Kept.APPROVAL, department, approved ? "APPROVED" : "REJECTED");
    }

    Http.Answer withdraw(UUID swap, String person) {
        return keep(as(person).post("/api/v1/swaps/" + swap + "/withdrawal", null), Kept.SWAP, "", "WITHDRAWN");
    }

    private Http.Answer keep(Http.Answer answer, String table, String who, String state) {
        if (answer.status() / 100 == 2) {
            var swap = answer.json();
            assertThat(swap.has("id"))
                    .as("%d without a swap: %s", answer.status(), answer.text())
                    .isTrue();
            acknowledged.add(new Kept(
                    UUID.fromString(swap.get("id").asText()),
                    swap.get("version").asLong(),
                    table,
                    who,
                    state));
        }
        return answer;
    }

    Roadblock block() {
        try {
            return new Roadblock(services.superuser(), services.superuser());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void kill() {
        node.kill9();
    }

    void startAgain() {
        node.start();
    }

    /** Kills it and starts it again. */
    void restartPostgresql() {
        services.killPostgresql();
        services.startPostgresql();
    }

    void awaitHealth() {
        await().atMost(PATIENCE)
                .until(() ->
                        Http.anonymous().at(node.url()).get("/actuator/health").status() == 200);
    }

    /** How many of these sessions PostgreSQL still serves. */
    long sessions(List<Integer> pids) {
        return read(jdbc -> jdbc.sql("select count(*) from pg_stat_activity where pid = any(?)")
                .param(pids.toArray(Integer[]::new))
                .query(Long.class)
                .single());
    }

    /** Everything is as the acknowledged moves left it, and the reconciler, which has looked since, has found nothing. */
    void assertSound() {
        assertWhole();
        double before = looked();
        await().atMost(PATIENCE).until(() -> looked() >= before + 2);
        assertThat(value(metric("baton.swap.orphans"))).isZero();
        assertWhole();
    }

    private void assertWhole() {
        assertThat(lost()).isEmpty();
        ask(jdbc -> {
            var books = new SwapBooks(jdbc, "");
            assertThat(books.faults()).isEmpty();
            assertThat(books.astray()).isEmpty();
        });
    }

    private List<Kept> lost() {
        var lost = new ArrayList<Kept>();
        ask(jdbc -> acknowledged.stream()
                .filter(kept -> jdbc.sql(kept.table())
                                .params(kept.swap(), kept.version(), kept.state())
                                .params(kept.who().isEmpty() ? List.of() : List.of(kept.who()))
                                .query(Long.class)
                                .single()
                        != 1)
                .forEach(lost::add));
        return lost;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How often the reconciler has looked since this node started. */
    private double looked() {
        var looks = metric("tasks.scheduled.execution?tag=code.namespace:" + SwapReconciler.class.getName());
        return looks.status() == 404 ? 0 : value(looks);
    }

    private Http.Answer metric(String name) {
        return as("acme.admin").get("/actuator/metrics/" + name);
    }

    private static double value(Http.Answer metric) {
        assertThat(metric.status()).as(metric.text()).isEqualTo(200);
        return metric.json().at("/measurements/0/value").asDouble();
    }

    private void ask(Consumer<JdbcClient> question) {
        read(jdbc -> {
            question.accept(jdbc);
            return true;
        });
    }

    private <T> T read(Function<JdbcClient, T> question) {
        try (var connection = services.superuser()) {
            return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.close();
        services.close();
    }
}
