package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.baton.BatonTest;
import io.baton.chat.Customer;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.rota.CalendarEditor;
import io.baton.rota.DayKind;
import io.baton.rota.SpecialDay;
import io.baton.rota.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the policy of a department does to requests. */
@BatonTest
class RoutingPolicyTests extends HandoffScene {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    RoutingPolicies policies;

    @Autowired
    Reachability reachability;

    @Autowired
    CalendarEditor calendar;

    @Autowired
    WorkCalendar days;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void hireThree() {
        hire("rp01", 3);
        hire("rp02", 3);
        hire("rp03", 3);
    }

    @AfterEach
    void forgetThePolicy() {
        inAcme(() ->
                jdbc.sql("delete from routing_policy where department = 'vip'").update());
    }

    @Test
    void opensATicketAtOnceOutsideOfTheHoursOfTheDepartment() {
        connect("rp01");
        change(Strategy.SCORE, new OpeningHours(List.of()), true);
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.TICKETED);
        change(Strategy.SCORE, OpeningHours.daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT), true);
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.ASSIGNED);
        change(Strategy.SCORE, null, true);
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.ASSIGNED);
    }

    @Test
    void givesUpAtClosingTimeOfTheDepartment() {
        var now = Instant.now();
        var opens = now.minus(1, ChronoUnit.HOURS).atZone(SHANGHAI).truncatedTo(ChronoUnit.MINUTES);
        var closes = now.plus(5, ChronoUnit.MINUTES).atZone(SHANGHAI).truncatedTo(ChronoUnit.MINUTES);
        var span = new Opening(opens.getDayOfWeek(), opens.toLocalTime(), closes.toLocalTime());
        change(Strategy.SCORE, new OpeningHours(List.of(span)), true);
        assertThat(inAcme(() -> reachability.giveUpAt("vip"))).isEqualTo(closes.toInstant());
        change(Strategy.SCORE, null, true);
        assertThat(inAcme(() -> reachability.giveUpAt("vip")))
                .isCloseTo(Instant.now().plusSeconds(600), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void opensATicketOnAHolidayIfTheDepartmentIsClosedThen() {
        connect("rp01", "rp02");
        change(Strategy.SCORE, null, false);
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.ASSIGNED);
        var today = LocalDate.now(SHANGHAI);
        for (var kind : List.of(DayKind.STATUTORY_HOLIDAY, DayKind.DAY_OFF)) {
            inAcme(() -> {
                calendar.put(new SpecialDay(today, kind, "节", "Holiday"), version(today));
                return true;
            });
            try {
                assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.TICKETED);
                change(Strategy.SCORE, null, true);
                assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.ASSIGNED);
                change(Strategy.SCORE, null, false);
            } finally {
                inAcme(() -> {
                    calendar.remove(today, version(today));
                    return true;
                });
            }
        }
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.ASSIGNED);
    }

    @Test
    void asksAgentsInTurn() {
        change(Strategy.ROUND_ROBIN, null, true);
        connect("rp01", "rp02", "rp03");
        var asked = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            asked.add(String.valueOf(ask(customer()).handoff().agentId()));
        }
        assertThat(asked.subList(0, 3)).containsExactlyInAnyOrder("rp01", "rp02", "rp03");
        assertThat(asked.subList(3, 6)).isEqualTo(asked.subList(0, 3));
    }

    @Test
    void asksWhoHasHadNobodyForTheLongestTime() {
        change(Strategy.LONGEST_IDLE, null, true);
        connect("rp01", "rp02");
        var first = ask(customer()).handoff();
        var second = ask(customer()).handoff();
        assertThat(second.agentId()).isNotEqualTo(first.agentId());
        for (var handoff : List.of(second, first)) {
            as(agent(String.valueOf(handoff.agentId())), () -> answers.accept(handoff.id()));
            as(agent(String.valueOf(handoff.agentId())), () -> answers.complete(handoff.id(), null, null));
        }
        assertThat(ask(customer()).handoff().agentId()).isEqualTo(second.agentId());
        assertThat(ask(customer()).handoff().agentId()).isEqualTo(first.agentId());
    }

    @Test
    void asksWhoServedTheCustomerLastAndSaysSo() {
        change(Strategy.LAST_AGENT_FIRST, null, true);
        var customer = customer();
        connect("rp02");
        var before = ask(customer).handoff().id();
        as(agent("rp02"), () -> answers.accept(before));
        as(agent("rp02"), () -> answers.complete(before, null, null));
        ask(customer());
        connect("rp01");
        var offer = Objects.requireNonNull(ask(customer).handoff().offer());
        assertThat(offer.agentId()).isEqualTo("rp02");
        assertThat(offer.score().strategy()).isEqualTo(Strategy.LAST_AGENT_FIRST);
        assertThat(offer.score().parts()).extracting(HandoffScore.Part::part).contains("lastAgent", "load");
        assertThat(ask(customer()).handoff().agentId()).as("by score").isEqualTo("rp01");
    }

    @Test
    void letsVipsPressOneStepMore() {
        var vip = inAcme(() -> customers.admit(new Customer(Ids.next(), "李总", null, Map.of("vip", "true"), null)));
        var actor = new Actor(ACME, vip.id().toString(), vip.name(), null, Set.of(), Set.of());
        connect("rp01");
        assertThat(ask(actor).handoff().place().priority()).isEqualTo(Priority.HIGH);
        assertThat(ask(customer()).handoff().place().priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void refusesWhatCannotBe() {
        var overlapping = new OpeningHours(List.of(
                new Opening(DayOfWeek.SUNDAY, LocalTime.of(20, 0), LocalTime.of(3, 0)),
                new Opening(DayOfWeek.MONDAY, LocalTime.of(2, 0), LocalTime.of(6, 0))));
        assertRefused(422, new RoutingPolicy("vip", Strategy.SCORE, overlapping, true, 0));
        assertRefused(412, new RoutingPolicy("vip", Strategy.SCORE, null, true, 7));
        assertRefused(404, new RoutingPolicy("nobody", Strategy.SCORE, null, true, 0));
    }

    @Test
    void letsOneOfManyWhoChangeItAtOnceHaveIt() throws Exception {
        for (int version = 0; version < 2; version++) {
            var seen = version;
            var won = new AtomicInteger();
            try (var pool = Executors.newFixedThreadPool(8)) {
                var changing = new ArrayList<Future<?>>();
                for (var strategy : List.of(Strategy.values())) {
                    for (int i = 0; i < 4; i++) {
                        changing.add(pool.submit(() -> attempt(strategy, seen, won)));
                    }
                }
                for (var one : changing) {
                    one.get();
                }
            }
            assertThat(won).hasValue(1);
        }
    }

    private void attempt(Strategy strategy, int version, AtomicInteger won) {
        try {
            var hours = OpeningHours.daily(LocalTime.of(1, 0), LocalTime.of(23, 0));
            inAcme(() -> policies.put(new RoutingPolicy("vip", strategy, hours, true, version)));
            won.incrementAndGet();
        } catch (Problem late) {
            assertThat(late.code()).isEqualTo("changed_meanwhile");
        }
    }

    private void assertRefused(int status, RoutingPolicy policy) {
        assertThatThrownBy(() -> inAcme(() -> policies.put(policy)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }

    private void change(Strategy strategy, @Nullable OpeningHours hours, boolean openHolidays) {
        inAcme(() -> policies.put(new RoutingPolicy(
                "vip", strategy, hours, openHolidays, policies.of("vip").version())));
    }

    private int version(LocalDate day) {
        return days.year(day.getYear()).version();
    }
}
