package io.baton.presence;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Tenant;
import io.baton.rota.Rota;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is connected and in which state, in the tenant of the current actor. A device counts for {@link #LEASE} after its
 * last sign of life, or for {@link #GRACE} after its connection was lost; leaving on purpose counts at once.
 */
@Component
public class Presence {

    public static final Duration LEASE = Duration.ofSeconds(90);
    public static final Duration GRACE = Duration.ofSeconds(30);

    private final Leases leases;
    private final Choices choices;
    private final Rota rota;
    private final CurrentActor current;
    private final Announcer announcer;
    private final Clock clock;

    Presence(Leases leases, Choices choices, Rota rota, CurrentActor current, Announcer announcer, Clock clock) {
        this.leases = leases;
        this.choices = choices;
        this.rota = rota;
        this.current = current;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** A device has connected. */
    public void connected(String person, String device) {
        heartbeat(person, device);
    }

    /** A device has shown that it lives. */
    public void heartbeat(String person, String device) {
        var now = clock.instant();
        if (!leases.lease(current.tenant(), person, device, now.plus(LEASE))) {
            var after = status(person, true);
            announcer.back(current.tenant(), person, after.gone(), after);
        }
    }

    /**
     * A device is gone.
     *
     * @param clean on purpose: counts at once, and without other devices the person is lost now
     */
    public void disconnected(String person, String device, boolean clean) {
        if (!clean) {
            leases.lease(current.tenant(), person, device, clock.instant().plus(GRACE));
        } else if (leases.end(current.tenant(), person, device)) {
            var before = status(person, true);
            announcer.lost(current.tenant(), person, true, before, before.gone());
        }
    }

    /** The person's own choice, kept until the next one. */
    public void choose(String person, State state) {
        var before = of(person);
        choices.choose(person, state);
        announcer.changed(current.tenant(), person, before, of(person));
    }

    public Status of(String person) {
        return of(List.of(person)).getOrDefault(person, Status.UNKNOWN);
    }

    /** The status of each of these people, known or not. */
    public Map<String, Status> of(Collection<String> people) {
        var now = clock.instant();
        var until = leases.of(current.tenant(), people);
        var chosen = choices.of(people);
        var onShift = onShift();
        var found = new HashMap<String, Status>();
        for (var person : people) {
            var end = until.get(person);
            found.put(
                    person,
                    Status.of(
                            chosen.getOrDefault(person, State.ONLINE),
                            end != null && end.isAfter(now),
                            onShift.contains(person)));
        }
        return found;
    }

    /** Announces that a person's shift has begun or ended. */
    void announceShift(String person, boolean began) {
        var after = of(person);
        announcer.changed(current.tenant(), person, after.onShift(!began), after.onShift(began));
    }

    /** Announces those of the tenant whose last lease is over. */
    void announceLost(Tenant tenant) {
        for (var person : leases.takeExpired(tenant, clock.instant())) {
            var before = status(person, true);
            announcer.lost(tenant, person, false, before, before.gone());
        }
    }

    private Status status(String person, boolean connected) {
        return Status.of(
                choices.of(List.of(person)).getOrDefault(person, State.ONLINE),
                connected,
                onShift().contains(person));
    }

    private Set<String> onShift() {
        return rota.onShift(clock.instant());
    }
}
