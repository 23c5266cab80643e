package io.baton.presence;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what the leases say of a person with what was announced, and writes down and announces the difference. Because
 * whoever compares holds the person and reads the leases anew, being lost and being back are told in turn and each once,
 * whatever the nodes do at the same time.
 */
@Component
class Transitions {

    private final SurvivingLeases leases;
    private final Intervals intervals;
    private final Choices choices;
    private final OnShift onShift;
    private final Announcer announcer;
    private final Clock clock;

    Transitions(
            SurvivingLeases leases,
            Intervals intervals,
            Choices choices,
            OnShift onShift,
            Announcer announcer,
            Clock clock) {
        this.leases = leases;
        this.intervals = intervals;
        this.choices = choices;
        this.onShift = onShift;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Announces that the person is back or lost, when that is so and is news.
     *
     * @param clean the person left on purpose, so that no device of another node needs to be waited for
     * @param at when the last lease ended
     */
    @Transactional
    public void settle(Tenant tenant, String person, boolean clean, Instant at) {
        intervals.hold(person);
        var reading = leases.read(tenant, List.of(person));
        var open = intervals.open(person);
        var now = clock.instant();
        var unsure = !clean && !reading.complete();
        var connected = reading.isLive(person)
                || (unsure && open.filter(seen -> seen.seenUntil().isAfter(now)).isPresent());
        if (connected == open.isPresent()) {
            return;
        }
        var choice = stored(person).state();
        var here = Status.of(choice, true, onShift.by(tenant, reading).contains(person));
        if (connected) {
            intervals.begin(person, choice, now, now.plus(Presence.LEASE));
            announcer.back(tenant, person, here.gone(), here);
        } else {
            intervals.end(person, at.isBefore(now) ? at : now);
            announcer.lost(tenant, person, clean, here, here.gone());
        }
    }

    @Transactional
    public void choose(Tenant tenant, String person, State state) {
        intervals.hold(person);
        var reading = leases.read(tenant, List.of(person));
        var open = intervals.open(person);
        var before = stored(person).state();
        var chosen = choices.choose(person, state);
        var now = clock.instant();
        open.filter(running -> running.choice() != state).ifPresent(running -> {
            intervals.end(person, now);
            intervals.begin(person, state, now, running.seenUntil());
        });
        AfterCommit.run(() -> leases.remember(tenant, Map.of(person, chosen)));
        var planned = onShift.by(tenant, reading).contains(person);
        announcer.changed(
                tenant,
                person,
                Status.of(before, open.isPresent(), planned),
                Status.of(state, open.isPresent(), planned));
    }

    /** Announces that a person's shift has begun or ended. */
    @Transactional
    public void shift(Tenant tenant, String person, boolean began) {
        var after = Status.of(stored(person).state(), intervals.open(person).isPresent(), began);
        announcer.changed(tenant, person, after.onShift(!began), after);
    }

    private Choice stored(String person) {
        return choices.of(List.of(person)).getOrDefault(person, Choice.NEVER);
    }
}
