package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be written about who was present when, and what the table itself refuses. */
@BatonTest
class IntervalsTests {

    private static final Instant NINE = Instant.parse("2031-03-03T09:00:00Z");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    private Intervals intervals;

    @Autowired
    private Adherence adherence;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionTemplate transaction;

    private final String person = "interval" + PEOPLE.incrementAndGet();

    @Test
    void refusesASecondOpenIntervalOfAPerson() {
        begin(NINE);
        assertThatThrownBy(() -> begin(NINE.plusSeconds(60))).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void beginsNoIntervalBeforeTheOneBeforeHasEnded() {
        begin(NINE);
        end(NINE.plusSeconds(60));
        begin(NINE.plusSeconds(59));
        end(NINE.plusSeconds(58));
        assertThat(all())
                .extracting(PresenceInterval::start, PresenceInterval::end)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NINE, NINE.plusSeconds(60)),
                        org.assertj.core.groups.Tuple.tuple(NINE.plusSeconds(60), NINE.plusSeconds(60)));
    }

    @Test
    void refusesToWriteAnOverlapByHand() {
        begin(NINE);
        end(NINE.plusSeconds(60));
        assertThatThrownBy(() -> in("acme", () -> {
                    intervals.begin(person, State.ONLINE, NINE.plusSeconds(90), NINE.plusSeconds(180));
                    intervals.begin(person, State.ONLINE, NINE.plusSeconds(90), NINE.plusSeconds(180));
                    return true;
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void notesUpToWhenPeopleWereSeenAndNeverBackwards() {
        begin(NINE);
        assertThat(seen(NINE.plusSeconds(300))).isEqualTo(NINE.plusSeconds(300));
        assertThat(seen(NINE.plusSeconds(310))).as("not worth a write").isEqualTo(NINE.plusSeconds(300));
        assertThat(seen(NINE)).isEqualTo(NINE.plusSeconds(300));
        in("acme", () -> {
            intervals.seen(Map.of());
            return true;
        });
    }

    @Test
    void tellsWhoIsPresentWithoutRedis() {
        begin(NINE);
        assertThat(present(NINE.plusSeconds(89))).containsExactly(person);
        assertThat(present(NINE.plusSeconds(90))).isEmpty();
        end(NINE.plusSeconds(10));
        assertThat(present(NINE.plusSeconds(11))).isEmpty();
    }

    @Test
    void tellsWhenSomebodyWasLastPresent() {
        assertThat(lastEnds()).isEmpty();
        begin(NINE);
        assertThat(lastEnds()).isEmpty();
        end(NINE.plusSeconds(10));
        begin(NINE.plusSeconds(20));
        end(NINE.plusSeconds(30));
        assertThat(lastEnds()).containsExactly(Map.entry(person, NINE.plusSeconds(30)));
    }

    @Test
    void findsTheIntervalsThatTouchAWindow() {
        begin(NINE);
        end(NINE.plusSeconds(60));
        begin(NINE.plusSeconds(120));
        assertThat(within(NINE.minusSeconds(60), NINE)).isEmpty();
        assertThat(within(NINE.plusSeconds(30), NINE.plusSeconds(90))).hasSize(1);
        assertThat(within(NINE.plusSeconds(60), NINE.plusSeconds(120))).isEmpty();
        assertThat(within(NINE.plusSeconds(500), NINE.plusSeconds(600)))
                .singleElement()
                .returns(null, PresenceInterval::end)
                .returns(State.ONLINE, PresenceInterval::choice);
    }

    @Test
    void showsOneTenantNothingOfAnother() {
        begin(NINE);
        var window = new TimeWindow(NINE, NINE.plusSeconds(60));
        assertThat(in("globex", () -> adherence.of(List.of(person), window))).isEmpty();
        assertThat(in("globex", () -> intervals.open())).doesNotContainKey(person);
        in("globex", () -> {
            intervals.end(person, NINE.plusSeconds(5));
            return true;
        });
        assertThat(all()).singleElement().returns(null, PresenceInterval::end);
    }

    private void begin(Instant at) {
        in("acme", () -> {
            intervals.begin(person, State.ONLINE, at, at.plus(Presence.LEASE));
            return true;
        });
    }

    private void end(Instant at) {
        in("acme", () -> {
            intervals.end(person, at);
            return true;
        });
    }

    private Instant seen(Instant until) {
        return in("acme", () -> {
            intervals.seen(Map.of(person, until));
            return intervals.open(person).orElseThrow().seenUntil();
        });
    }

    private java.util.Set<String> present(Instant now) {
        return in("acme", () -> intervals.present(List.of(person), now));
    }

    private Map<String, Instant> lastEnds() {
        return in("acme", () -> intervals.lastEnds(List.of(person)));
    }

    private List<PresenceInterval> all() {
        return within(NINE.minus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(1)));
    }

    private List<PresenceInterval> within(Instant from, Instant to) {
        return in("acme", () -> adherence.of(List.of(person), new TimeWindow(from, to)));
    }

    private <T> T in(String tenant, Supplier<T> work) {
        return scope.call(new Tenant(tenant), () -> transaction.execute(status -> work.get()));
    }
}
