package io.baton.leave;

import static io.baton.leave.BalanceWorld.cost;
import static io.baton.leave.BalanceWorld.daysOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestContextManager;

/** Whatever is done to a ledger, and in whichever order, on the real database: it adds up, and nobody owes days. */
class BalancePropertyTests {

    private static final LocalDate BEGIN = LocalDate.of(BalanceWorld.YEAR, 10, 1);
    private static final LocalDate END = BEGIN.plusYears(3).minusMonths(1);
    private static final List<LeaveType> COUNTED = List.of(LeaveType.ANNUAL, LeaveType.COMPENSATORY);
    private static final int LEAVES = 4;

    private static BalanceWorld world = nobody();

    /** The context of all tests; a property is no test that Spring knows. */
    @BatonTest
    static final class Context {
        @Autowired
        private AutowireCapableBeanFactory factory;
    }

    enum Verb {
        GRANT,
        EARN,
        REVERSE,
        RESERVE,
        RELEASE,
        DEBIT,
        DEBIT_MORE,
        CREDIT,
        CREDIT_SOME,
        WAIT
    }

    /** Something that is done: with one of four leaves or causes, so that repetitions are frequent, and an amount. */
    record Deed(Verb verb, LeaveType type, int which, int amount) {}

    @BeforeContainer
    static void begin() throws Exception {
        var context = new Context();
        var tests = new TestContextManager(Context.class);
        tests.beforeTestClass();
        tests.prepareTestInstance(context);
        world = new BalanceWorld(context.factory.createBean(BalanceWorld.Beans.class), BEGIN);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void addsUpAndIsNeverNegative(@ForAll("deeds") List<Deed> deeds) {
        world.goTo(BEGIN);
        var person = world.person();
        var annual = leaves(person, LeaveType.ANNUAL);
        var compensatory = leaves(person, LeaveType.COMPENSATORY);
        for (var deed : deeds) {
            var leave = (deed.type() == LeaveType.ANNUAL ? annual : compensatory).get(deed.which());
            perform(deed, person, leave);
            check(person, deed);
            var lines = world.lines(person).size();
            if (deed.verb() != Verb.WAIT) {
                perform(deed, person, leave);
                assertThat(world.lines(person)).as("repeated %s", deed).hasSize(lines);
            }
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.of(COUNTED),
                        Arbitraries.integers().between(0, LEAVES - 1),
                        Arbitraries.integers().between(1, 8))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    /** What is refused for lack of days books nothing, which is checked like everything else. */
    private static void perform(Deed deed, String person, LeaveRequest leave) {
        try {
            act(deed, person, leave);
        } catch (Problem refused) {
            assertThat(refused.code()).isIn("balance_exceeded", "balance_spent", "invalid");
        }
    }

    private static void act(Deed deed, String person, LeaveRequest leave) {
        var days = BigDecimal.valueOf(deed.amount()).divide(BigDecimal.TWO);
        var cause = "cause " + deed.which();
        switch (deed.verb()) {
            case GRANT ->
                world.book(() ->
                        world.ledger.grant(person, deed.type(), world.today().getYear(), days, cause));
            case EARN -> world.earn(person, world.today(), days.toString(), cause);
            case REVERSE -> reverse(person, deed.which());
            case RESERVE -> world.book(() -> world.ledger.reserve(leave, cost(leave)));
            case RELEASE -> world.book(() -> world.ledger.release(leave));
            case DEBIT -> world.book(() -> world.ledger.debit(leave, cost(leave)));
            case DEBIT_MORE -> world.book(() -> world.ledger.debit(leave, daysOf(leave, days), cause));
            case CREDIT -> world.book(() -> world.ledger.credit(leave));
            case CREDIT_SOME -> world.book(() -> world.ledger.credit(leave, daysOf(leave, days), cause));
            case WAIT -> pass(deed.amount() * 12L);
        }
    }

    private static void pass(long days) {
        var day = world.today().plusDays(days);
        world.goTo(day.isAfter(END) ? END : day);
    }

    private static void reverse(String person, int which) {
        world.lines(person).stream()
                .filter(line -> line.is(BookingKind.EARN))
                .skip(which)
                .findFirst()
                .ifPresent(line -> world.as(
                        BalanceWorld.manager(),
                        () -> world.balances.reverse(person, line.id().toString(), "记错了")));
    }

    private static void check(String person, Deed deed) {
        int thisYear = world.today().getYear();
        var balances = Stream.concat(
                        IntStream.rangeClosed(BalanceWorld.YEAR, thisYear + 1)
                                .mapToObj(year -> world.annual(person, year)),
                        Stream.of(world.hours(person)))
                .toList();
        var sum = BigDecimal.ZERO;
        for (var balance : balances) {
            assertThat(balance.remaining())
                    .as("%s after %s", balance, deed)
                    .isNotNegative()
                    .isEqualByComparingTo(balance.entitled()
                            .add(balance.carried())
                            .add(balance.earned())
                            .subtract(balance.expired())
                            .subtract(balance.used())
                            .subtract(balance.reserved()));
            assertThat(balance.used()).as("used after %s", deed).isNotNegative();
            assertThat(balance.reserved()).as("reserved after %s", deed).isNotNegative();
            sum = sum.add(balance.remaining());
        }
        var lines = world.lines(person);
        var changes = lines.stream().map(line -> line.booking().change()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as("all that remains after %s", deed).isEqualByComparingTo(changes);
        assertThat(of(lines, BookingKind.CARRY_IN)).isEqualByComparingTo(of(lines, BookingKind.CARRY_OUT));
    }

    private static BigDecimal of(List<BalanceEntry> lines, BookingKind kind) {
        return lines.stream()
                .filter(line -> line.is(kind))
                .map(line -> line.booking().days())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<LeaveRequest> leaves(String person, LeaveType type) {
        return IntStream.range(0, LEAVES)
                .mapToObj(i -> world.leave(person, type, BEGIN.plusDays(i * 45L), i % 2 == 0))
                .toList();
    }

    @SuppressWarnings("NullAway") // before the container begins there is no world
    private static BalanceWorld nobody() {
        return null;
    }
}
