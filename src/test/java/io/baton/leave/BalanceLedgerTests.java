package io.baton.leave;

import static io.baton.leave.BalanceWorld.cost;
import static io.baton.leave.BalanceWorld.daysOf;
import static io.baton.leave.BalanceWorld.manager;
import static io.baton.leave.BookingKind.CARRY_IN;
import static io.baton.leave.BookingKind.CARRY_OUT;
import static io.baton.leave.BookingKind.EARN;
import static io.baton.leave.BookingKind.EXPIRE;
import static io.baton.leave.BookingKind.GRANT;
import static io.baton.leave.BookingKind.REVERSE;
import static io.baton.leave.LeaveType.ANNUAL;
import static io.baton.leave.LeaveType.COMPENSATORY;
import static io.baton.leave.LeaveWorld.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.audit.Trail;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import io.baton.rota.HalfDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The ledger on the real database, over the years. */
@BatonTest
class BalanceLedgerTests {

    private static final int YEAR = BalanceWorld.YEAR;
    private static final LocalDate JUNE = LocalDate.of(YEAR, 6, 2);

    @Autowired
    private AutowireCapableBeanFactory beans;

    private BalanceWorld world;

    @BeforeEach
    void begin() {
        world = new BalanceWorld(beans.createBean(BalanceWorld.Beans.class), JUNE);
    }

    @Test
    void grantsByYearsOfWork() {
        var senior = world.person(new Employment(LocalDate.of(YEAR - 23, 3, 1), LocalDate.of(YEAR - 11, 3, 1)));
        var newcomer = world.person(new Employment(LocalDate.of(YEAR, 2, 1), LocalDate.of(YEAR, 2, 1)));
        var unknown = world.person();

        assertThat(world.annual(senior, YEAR).remaining()).isEqualByComparingTo("15");
        assertThat(world.annual(newcomer, YEAR).remaining()).isZero();
        assertThat(world.annual(newcomer, YEAR + 1).remaining()).isEqualByComparingTo("4");
        assertThat(world.annual(unknown, YEAR).remaining()).isEqualByComparingTo("5");
    }

    @Test
    void grantsMoreWhenMoreBecomesKnownAndNeverTakesItBack() {
        var person = world.person();
        world.annual(person, YEAR);

        world.learn(person, new Employment(LocalDate.of(YEAR - 16, 1, 1), null));
        assertThat(world.annual(person, YEAR).entitled()).isEqualByComparingTo("10");
        world.learn(person, new Employment(LocalDate.of(YEAR - 1, 1, 1), null));
        assertThat(world.annual(person, YEAR).entitled()).isEqualByComparingTo("10");

        assertThat(world.lines(person))
                .extracting(line -> line.booking().cause())
                .containsExactly("yearly", "yearly 10");
    }

    @Test
    void movesWhatRemainsToTheNextYearAndUsesItFirst() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, JUNE.plusDays(10), true);
        world.annual(person, YEAR);
        world.book(() -> world.ledger.reserve(leave, cost(leave)));
        world.book(() -> world.ledger.debit(leave, cost(leave)));

        world.goTo(LocalDate.of(YEAR + 1, 1, 1));
        var balance = world.annual(person, YEAR + 1);

        assertThat(balance.carried()).isEqualByComparingTo("4");
        assertThat(balance.remaining()).isEqualByComparingTo("9");
        assertThat(balance.expiring())
                .containsExactly(new Balance.Expiring(LocalDate.of(YEAR + 1, 12, 31), new BigDecimal("4")));
        assertThat(world.annual(person, YEAR).remaining()).isZero();

        var next = world.leave(person, ANNUAL, LocalDate.of(YEAR + 1, 3, 1), true);
        world.book(() -> world.ledger.reserve(next, cost(next)));
        assertThat(world.annual(person, YEAR + 1).expiring())
                .extracting(Balance.Expiring::days)
                .containsExactly(new BigDecimal("3"));
    }

    @Test
    void losesWhatWasMovedAndNotTakenInTime() {
        var person = world.person();
        world.annual(person, YEAR);
        world.goTo(LocalDate.of(YEAR + 1, 12, 31));
        assertThat(world.annual(person, YEAR + 1).remaining()).isEqualByComparingTo("10");

        world.goTo(LocalDate.of(YEAR + 2, 1, 1));

        assertThat(world.annual(person, YEAR + 2).remaining()).isEqualByComparingTo("10");
        assertThat(world.annual(person, YEAR + 1).expired()).isEqualByComparingTo("5");
        assertThat(world.annual(person, YEAR + 1).remaining()).isZero();
        assertThat(kinds(person))
                .containsExactlyInAnyOrder(GRANT, CARRY_OUT, CARRY_IN, GRANT, EXPIRE, CARRY_OUT, CARRY_IN, GRANT);
    }

    @Test
    void movesAlsoWhatComesBackAfterNewYear() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, LocalDate.of(YEAR, 12, 31), true);
        world.book(() -> world.ledger.reserve(leave, cost(leave)));
        world.goTo(LocalDate.of(YEAR + 1, 1, 1));
        assertThat(world.annual(person, YEAR + 1).carried()).isEqualByComparingTo("4");

        world.book(() -> world.ledger.release(leave));

        assertThat(world.annual(person, YEAR + 1).carried()).isEqualByComparingTo("5");
        assertThat(world.annual(person, YEAR).remaining()).isZero();
    }

    @Test
    void bringsNothingFromYearsInWhichNobodyHadAnAccount() {
        var person = world.person();

        assertThat(world.annual(person, YEAR - 1).remaining()).isZero();
        assertThat(world.annual(person, YEAR).remaining()).isEqualByComparingTo("5");
        assertThat(kinds(person)).containsExactly(GRANT);
    }

    @Test
    void keepsEarnedHoursOverNewYearAndLosesThemWhenTheyAreTooOld() {
        var person = world.person();
        world.earn(person, JUNE.minusDays(10), "8", "值班");
        world.goTo(LocalDate.of(YEAR, 10, 1));
        world.earn(person, LocalDate.of(YEAR, 9, 30), "4", "盘点");
        assertThat(world.hours(person).remaining()).isEqualByComparingTo("1.5");

        world.goTo(LocalDate.of(YEAR + 1, 1, 2));

        assertThat(world.hours(person).earned()).isEqualByComparingTo("1.5");
        assertThat(world.hours(person).expired()).isEqualByComparingTo("1");
        assertThat(world.hours(person).remaining()).isEqualByComparingTo("0.5");
        assertThat(kinds(person)).containsExactly(EARN, EARN, EXPIRE);
    }

    @Test
    void neverGivesMoreThanRemains() {
        var person = world.person();
        world.earn(person, JUNE, "8", "值班");
        var first = world.leave(person, COMPENSATORY, JUNE.plusDays(1), true);
        var second = world.leave(person, COMPENSATORY, JUNE.plusDays(2), false);
        world.book(() -> world.ledger.reserve(first, cost(first)));

        assertProblem("balance_exceeded", () -> world.book(() -> world.ledger.reserve(second, cost(second))));
        assertProblem(
                "balance_exceeded",
                () -> world.book(() -> world.ledger.debit(first, daysOf(first, BigDecimal.ONE), "延长")));
        world.book(() -> world.ledger.release(first));
        world.book(() -> world.ledger.reserve(second, cost(second)));

        assertThat(world.hours(person).remaining()).isEqualByComparingTo("0.5");
    }

    @Test
    void givesBackAtMostWhatALeaveTook() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, JUNE.plusDays(1), true);
        world.book(() -> world.ledger.reserve(leave, cost(leave)));
        world.book(() -> world.ledger.debit(leave, cost(leave)));
        world.book(() -> world.ledger.debit(leave, daysOf(leave, new BigDecimal("2")), "延长"));
        assertThat(world.annual(person, YEAR).used()).isEqualByComparingTo("3");

        world.book(() -> world.ledger.credit(leave, daysOf(leave, new BigDecimal("0.5")), "提前返岗"));
        world.book(() -> world.ledger.credit(leave, daysOf(leave, new BigDecimal("0.5")), "提前返岗"));
        assertThat(world.annual(person, YEAR).used()).isEqualByComparingTo("2.5");
        world.book(() -> world.ledger.credit(leave, daysOf(leave, new BigDecimal("9")), "再次提前"));
        world.book(() -> world.ledger.credit(leave));

        assertThat(world.annual(person, YEAR).used()).isZero();
        assertThat(world.annual(person, YEAR).remaining()).isEqualByComparingTo("5");
    }

    @Test
    void takesEachDayFromItsYearAndGivesItBackThere() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, LocalDate.of(YEAR, 12, 31), true);
        var cost = overNewYear("2", "1.5");

        world.book(() -> world.ledger.reserve(leave, cost));
        assertThat(world.annual(person, YEAR).reserved()).isEqualByComparingTo("2");
        assertThat(world.annual(person, YEAR + 1).reserved()).isEqualByComparingTo("1.5");
        world.book(() -> world.ledger.debit(leave, cost));
        assertThat(world.annual(person, YEAR).reserved()).isZero();
        assertThat(world.annual(person, YEAR + 1).used()).isEqualByComparingTo("1.5");

        for (int i = 0; i < 2; i++) {
            world.book(() -> world.ledger.credit(leave, overNewYear("0.5", "1.5"), "提前返岗"));
            assertThat(world.annual(person, YEAR).used()).isEqualByComparingTo("1.5");
            assertThat(world.annual(person, YEAR + 1).used()).isZero();
        }
        world.book(() -> world.ledger.credit(leave));
        assertThat(world.annual(person, YEAR).remaining()).isEqualByComparingTo("5");
        assertThat(world.annual(person, YEAR + 1).remaining()).isEqualByComparingTo("5");
    }

    @Test
    void takesNothingWhenOneOfTheYearsCannotGiveItsDays() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, LocalDate.of(YEAR, 12, 31), true);

        assertProblem("balance_exceeded", () -> world.book(() -> world.ledger.reserve(leave, overNewYear("2", "5.5"))));

        assertThat(world.annual(person, YEAR).remaining()).isEqualByComparingTo("5");
        assertThat(world.annual(person, YEAR + 1).remaining()).isEqualByComparingTo("5");
    }

    /** As leave over New Year was taken before each day had its year. */
    @Test
    void givesBackToTheYearThatGaveTheDays() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, LocalDate.of(YEAR, 12, 31), true);
        world.book(() -> world.ledger.debit(leave, daysOf(leave, new BigDecimal("3"))));

        for (int i = 0; i < 2; i++) {
            world.book(() -> world.ledger.credit(leave, overNewYear("0.5", "1.5"), "提前返岗"));
            assertThat(world.annual(person, YEAR).used()).isEqualByComparingTo("1");
        }
        assertThat(world.annual(person, YEAR + 1).used()).isZero();
    }

    @Test
    void takesHoursOfSeveralYearsFromTheirOneAccount() {
        var person = world.person();
        world.book(() -> world.ledger.grant(person, COMPENSATORY, YEAR, new BigDecimal("4"), "值班"));
        var leave = world.leave(person, COMPENSATORY, LocalDate.of(YEAR, 12, 31), true);

        world.book(() -> world.ledger.debit(leave, overNewYear("2", "1.5")));
        assertThat(world.hours(person).used()).isEqualByComparingTo("3.5");
        world.book(() -> world.ledger.credit(leave, overNewYear("0.5", "1.5"), "提前返岗"));

        assertThat(world.hours(person).used()).isEqualByComparingTo("1.5");
    }

    private static YearlyDays overNewYear(String first, String second) {
        return new YearlyDays(new TreeMap<>(Map.of(YEAR, new BigDecimal(first), YEAR + 1, new BigDecimal(second))));
    }

    @Test
    void booksTheSameOnce() {
        var person = world.person();
        var leave = world.leave(person, ANNUAL, JUNE.plusDays(1), true);
        for (int i = 0; i < 2; i++) {
            world.book(() -> world.ledger.grant(person, ANNUAL, YEAR, BigDecimal.ONE, "奖励"));
            world.book(() -> world.ledger.reserve(leave, cost(leave)));
        }
        for (int i = 0; i < 2; i++) {
            world.book(() -> world.ledger.debit(leave, cost(leave)));
            world.book(() -> world.ledger.debit(leave, daysOf(leave, BigDecimal.ONE), "延长"));
        }
        var before = world.annual(person, YEAR);
        for (int i = 0; i < 2; i++) {
            world.book(() -> world.ledger.credit(leave));
        }

        assertThat(before.entitled()).isEqualByComparingTo("6");
        assertThat(before.used()).isEqualByComparingTo("2");
        assertThat(world.annual(person, YEAR).remaining()).isEqualByComparingTo("6");
    }

    @Test
    void booksOvertimeOnceAndTakesItBackWithALineOfItsOwn() {
        var person = world.person();
        var first = world.earn(person, JUNE, "3", "盘点");
        assertThat(world.earn(person, JUNE, "3.0", " 盘点 ").id()).isEqualTo(first.id());

        var back = world.as(
                manager(), () -> world.balances.reverse(person, first.id().toString(), "记错了"));
        var twice = world.as(
                manager(), () -> world.balances.reverse(person, first.id().toString(), "记错了"));
        var again = world.earn(person, JUNE, "3", "盘点");

        assertThat(twice.id()).isEqualTo(back.id());
        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(world.hours(person).remaining()).isEqualByComparingTo("0.375");
        assertThat(kinds(person)).containsExactly(EARN, REVERSE, EARN);
        assertThat(world.lines(person)).extracting(BalanceEntry::reversed).containsExactly(true, false, false);
        assertThat(world.lines(person)).extracting(BalanceEntry::bookedBy).containsOnly("balances.manager");
    }

    @Test
    void doesNotTakeBackHoursThatAreSpentOrTooOld() {
        var spent = world.person();
        var earned = world.earn(spent, JUNE, "8", "值班");
        var leave = world.leave(spent, COMPENSATORY, JUNE.plusDays(1), false);
        world.book(() -> world.ledger.reserve(leave, cost(leave)));
        var old = world.person();
        var lost = world.earn(old, JUNE, "8", "值班");

        assertProblem("balance_spent", () -> reverse(spent, earned));
        world.goTo(JUNE.plusDays(181));
        assertThat(world.hours(old).remaining()).isZero();
        assertProblem("balance_spent", () -> reverse(old, lost));
        assertProblem("booking_unknown", () -> reverse(old, earned));
    }

    @Test
    void refusesHoursThatNobodyCanHaveWorked() {
        var person = world.person();
        world.earn(person, JUNE, "20", "值班");

        assertProblem("invalid", () -> world.earn(person, JUNE, "4.5", "盘点"));
        assertProblem("invalid", () -> world.earn(person, JUNE.plusDays(1), "1", "盘点"));
        assertProblem("invalid", () -> world.earn(person, JUNE.minusDays(181), "1", "盘点"));
        world.earn(person, JUNE.minusDays(180), "1", "盘点");
        world.earn(person, JUNE, "4", "盘点");

        assertThat(world.hours(person).earned()).isEqualByComparingTo("3.125");
    }

    @Test
    void keepsEverybodyOutOfWhatIsNotTheirs() {
        var person = world.person();
        var entry = world.earn(person, JUNE, "1", "值班");
        var window = new Leaves.Window(50, null);

        assertThat(world.as(BalanceWorld.self(person), () -> world.balances.entries(person, null, null, window))
                        .items())
                .hasSize(1);
        assertProblem("forbidden", () -> world.as(LeaveWorld.agent("kf001"), () -> world.balances.of(person, null)));
        assertProblem("forbidden", () -> world.as(LeaveWorld.auditor(), () -> world.balances.of(person, null)));
        assertProblem("forbidden", () -> earn(LeaveWorld.otherManager(), person));
        assertProblem("forbidden", () -> earn(BalanceWorld.self(person), person));
        assertProblem("balance_own_hours", () -> earn(manager(), manager().id()));
        assertProblem(
                "forbidden",
                () -> world.as(
                        LeaveWorld.otherManager(),
                        () -> world.balances.reverse(person, entry.id().toString(), "记错了")));
        assertProblem("agent_unknown", () -> earn(admin(), "nobody"));
    }

    @Test
    void neverChangesALine() {
        var person = world.person();
        world.annual(person, YEAR);

        assertThatThrownBy(() -> world.sql("update leave_entry set days = 99 where agent_id = ?", person))
                .hasStackTraceContaining("permission denied for table leave_entry");
        assertThatThrownBy(() -> world.sql("delete from leave_entry where agent_id = ?", person))
                .hasStackTraceContaining("permission denied for table leave_entry");
    }

    @Test
    void writesTheTrail(@Autowired Trail trail) {
        var person = world.person();
        world.annual(person, YEAR);
        var entry = world.earn(person, JUNE, "4", "值班");
        reverse(person, entry);
        world.goTo(LocalDate.of(YEAR + 2, 1, 1));
        world.annual(person, YEAR + 2);

        var entries = world.as(manager(), () -> trail.of("balance", person));

        assertThat(entries)
                .extracting(line -> line.what())
                .containsExactlyInAnyOrder(
                        "BalanceGranted",
                        "OvertimeBooked",
                        "OvertimeReversed",
                        "BalanceCarried",
                        "BalanceGranted",
                        "BalanceExpired",
                        "BalanceCarried",
                        "BalanceGranted");
        assertThat(entries)
                .extracting(line -> line.after())
                .contains("ANNUAL +5", "COMPENSATORY +0.5", "COMPENSATORY -0.5");
        assertThat(entries).extracting(line -> line.comment()).contains("值班", "记错了", "yearly");
        assertProblem("trail_unknown", () -> world.as(LeaveWorld.agent("kf001"), () -> trail.of("balance", person)));
    }

    @Test
    void settlesPeopleAtNightOnSeveralNodesOnce() throws Exception {
        var people = IntStream.range(0, 5).mapToObj(each -> world.person()).toList();
        world.settle(people);
        world.goTo(LocalDate.of(YEAR + 1, 1, 1));

        atOnce(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(node -> () -> {
                    world.settle(people);
                    return true;
                })
                .toList());

        for (var person : people) {
            assertThat(kinds(person)).containsExactlyInAnyOrder(GRANT, CARRY_OUT, CARRY_IN, GRANT);
        }
    }

    @Test
    void settlesManagersAsWellAsAgentsButNobodyElse() {
        assertThat(world.employees())
                .contains("kf001", "vip.manager", "acme.admin")
                .doesNotContain("acme.auditor", "acme.designer", "globex.manager")
                .doesNotHaveDuplicates();
        world.learn("aftersales.manager", new Employment(LocalDate.of(YEAR - 21, 1, 1), LocalDate.of(YEAR - 3, 1, 1)));

        world.settle(List.of("aftersales.manager"));

        assertThat(world.annual("aftersales.manager", world.today().getYear()).entitled())
                .isEqualByComparingTo("15");
    }

    @Test
    void givesTheLastDayToOneOfTwenty(@Autowired LeaveProcess process, @Autowired TenantScope scope) throws Exception {
        int year = LocalDate.now(LeaveWorld.ZONE).getYear() + 1;
        var person = world.person(new Employment(LocalDate.of(year - 1, 10, 1), null));
        var days = LocalDate.of(year, 10, 11)
                .datesUntil(LocalDate.of(year, 10, 31))
                .toList();

        var asked = atOnce(days.stream()
                .<Callable<LeaveRequest>>map(day -> () -> scope.call(
                        BalanceWorld.self(person),
                        () -> process.request(new LeaveForm(ANNUAL, HalfDays.of(day), "休息", List.of()))))
                .toList());

        assertThat(asked).hasSize(20).filteredOn(LeaveRequest::isPending).hasSize(1);
        assertThat(asked)
                .filteredOn(leave -> leave.progress().outcome() == LeaveOutcome.REFUSED_BY_RULE)
                .hasSize(19)
                .allSatisfy(leave -> assertThat(leave.progress().findings())
                        .extracting(finding -> finding.reason().code())
                        .contains("balance_insufficient"));
        assertThat(world.lines(person))
                .filteredOn(line -> line.is(BookingKind.RESERVE))
                .hasSize(1);
        assertThat(world.annual(person, year).remaining()).isZero();
    }

    @Test
    void givesTheLastDayToOneOfTwentyThatAskTheLedgerItself() throws Exception {
        var person = world.person();
        world.earn(person, JUNE, "8", "值班");
        var leaves = IntStream.range(0, 20)
                .mapToObj(i -> world.leave(person, COMPENSATORY, JUNE.plusDays(i), true))
                .toList();

        var codes = atOnce(leaves.stream()
                .<Callable<String>>map(leave -> () -> codeOf(() -> {
                    world.book(() -> world.ledger.reserve(leave, cost(leave)));
                    return "booked";
                }))
                .toList());

        assertThat(codes)
                .containsOnlyOnce("booked")
                .filteredOn("balance_exceeded"::equals)
                .hasSize(19);
        assertThat(world.hours(person).remaining()).isZero();
    }

    private void reverse(String person, BalanceEntry entry) {
        world.as(manager(), () -> world.balances.reverse(person, entry.id().toString(), "记错了"));
    }

    private void earn(Actor by, String person) {
        world.as(by, () -> world.balances.earn(person, new Overtime(JUNE, BigDecimal.ONE, "盘点")));
    }

    private List<BookingKind> kinds(String person) {
        return world.lines(person).stream().map(line -> line.booking().kind()).toList();
    }

    private static String codeOf(Supplier<String> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            return threads.invokeAll(work).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
