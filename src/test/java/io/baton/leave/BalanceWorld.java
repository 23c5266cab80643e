package io.baton.leave;

import static io.baton.leave.LeaveWorld.ACME;
import static io.baton.leave.LeaveWorld.admin;

import io.baton.MovableClock;
import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.TenantScope;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on the real database with a clock that a test moves, and people nobody else uses. */
final class BalanceWorld {

    static final String DEPARTMENT = "balances";
    /** Far enough from now that nothing else happens in it. */
    static final int YEAR = LocalDate.now(LeaveWorld.ZONE).getYear() + 1;

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    final MovableClock clock;
    final Balances balances;
    final BalanceLedger ledger;
    private final BalanceNight night;
    final LedgerTable table;
    private final Agents agents;
    private final Employees employees;
    private final Employments employments;
    private final Leaves leaves;
    private final JdbcClient jdbc;
    private final TenantScope scope;
    private final TransactionTemplate transaction;

    /** What the context gives; a bean of its own kind, so that a property test can be given it as well. */
    static final class Beans {
        @Autowired
        private Agents agents;

        @Autowired
        private Employees employees;

        @Autowired
        private Employments employments;

        @Autowired
        private Tenants tenants;

        @Autowired
        private Leaves leaves;

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private TenantScope scope;

        @Autowired
        private CurrentActor current;

        @Autowired
        private ApplicationEventPublisher events;

        @Autowired
        private TransactionTemplate transaction;

        @Autowired
        private AutowireCapableBeanFactory factory;

        /** With transactions, as the context makes it. */
        @SuppressWarnings("unchecked")
        private <T> T proxy(T bean) {
            return (T) factory.applyBeanPostProcessorsAfterInitialization(
                    bean, bean.getClass().getSimpleName());
        }
    }

    BalanceWorld(Beans beans, LocalDate today) {
        this.clock =
                new MovableClock(today.atTime(10, 0).atZone(LeaveWorld.ZONE).toInstant());
        this.agents = beans.agents;
        this.employees = beans.employees;
        this.employments = beans.employments;
        this.leaves = beans.leaves;
        this.jdbc = beans.jdbc;
        this.scope = beans.scope;
        this.transaction = beans.transaction;
        this.table = new LedgerTable(beans.jdbc);
        var now = new Now(beans.current, clock);
        var accounts = beans.proxy(new Accounts(table, beans.employees, employments, beans.tenants, now, beans.events));
        this.ledger = beans.proxy(new BalanceLedger(accounts));
        this.balances = beans.proxy(new Balances(ledger, accounts, table, beans.employees));
        this.night = new BalanceNight(ledger, beans.employees, beans.tenants, scope, clock);
        book(() -> jdbc.sql("select baton_trail_partitions(?)")
                .param(today.plusYears(3))
                .query(Integer.class)
                .single());
    }

    /** Somebody new, since when this person works being known or not. */
    String person(Employment employment) {
        var id = "bal-%d-%d".formatted(ProcessHandle.current().pid(), PEOPLE.incrementAndGet());
        as(admin(), () -> {
            agents.save(new Agent(id, "客服 " + id, DEPARTMENT, Set.of(), 1, false, 5, false));
            employments.save(id, employment);
            return true;
        });
        return id;
    }

    String person() {
        return person(Employment.UNKNOWN);
    }

    void learn(String person, Employment employment) {
        as(admin(), () -> {
            employments.save(person, employment);
            return true;
        });
    }

    /** Whom the night settles. */
    List<String> employees() {
        return as(admin(), employees::ids);
    }

    /** Work of an actor in one transaction. */
    <T> T as(Actor actor, Supplier<T> work) {
        return scope.call(actor, () -> transaction.execute(status -> work.get()));
    }

    void book(Runnable work) {
        as(admin(), () -> {
            work.run();
            return true;
        });
    }

    void goTo(LocalDate day) {
        clock.pass(Duration.between(
                clock.instant(), day.atTime(10, 0).atZone(LeaveWorld.ZONE).toInstant()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LeaveWorld.ZONE);
    }

    Balance annual(String person, int year) {
        return as(admin(), () -> ledger.of(person, LeaveType.ANNUAL, year));
    }

    Balance hours(String person) {
        return as(admin(), () -> ledger.of(person, LeaveType.COMPENSATORY, YEAR));
    }

    BalanceEntry earn(String person, LocalDate day, String hours, String reason) {
        return as(manager(), () -> balances.earn(person, new Overtime(day, new BigDecimal(hours), reason)));
    }

    List<BalanceEntry> lines(String person) {
        return as(admin(), () -> table.page(person, null, null, null, 200)).reversed();
    }

    /** A request that exists and costs a day, or half of it. */
    LeaveRequest leave(String person, LeaveType type, LocalDate day, boolean whole) {
        var span = whole ? HalfDays.of(day) : HalfDays.of(day, Half.MORNING);
        var start = day.atStartOfDay(LeaveWorld.ZONE).toInstant();
        return as(
                admin(),
                () -> leaves.save(LeaveRequest.request(
                        Ids.next(),
                        "B-" + Ids.next(),
                        new Applicant(person, "客服 " + person, DEPARTMENT, false),
                        new LeaveForm(type, span, "休息", List.of()),
                        new LeaveRequest.Extent(new TimeWindow(start, start.plus(Duration.ofHours(4))), span.days()),
                        admin(),
                        clock.instant())));
    }

    static YearlyDays cost(LeaveRequest leave) {
        return daysOf(leave, leave.cost());
    }

    /** Days of the year in which it begins. */
    static YearlyDays daysOf(LeaveRequest leave, BigDecimal days) {
        return YearlyDays.of(leave.form().span().start().getYear(), days);
    }

    /** The night of these people only: the balances of others are other tests'. */
    void settle(Collection<String> people) {
        as(admin(), () -> {
            night.settle(LeaveWorld.ACME, people);
            return true;
        });
    }

    int sql(String statement, String person) {
        return as(admin(), () -> jdbc.sql(statement).param(person).update());
    }

    static Actor manager() {
        return LeaveWorld.person("balances.manager", DEPARTMENT, Role.MANAGER);
    }

    static Actor self(String person) {
        return new Actor(ACME, person, "客服 " + person, DEPARTMENT, Set.of(Role.CUSTOMER_SERVICE), Set.of());
    }
}
