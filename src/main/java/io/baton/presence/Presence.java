package io.baton.presence;

import io.baton.kernel.CurrentActor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who is connected and in which state, in the tenant of the current actor. A device counts for {@link #LEASE} after its
 * last sign of life, or for {@link #GRACE} after its connection was lost; leaving on purpose counts at once. Any number of
 * people is read with one question to Redis, and the database is asked for what Redis does not know.
 */
@Component
public class Presence {

    public static final Duration LEASE = Duration.ofSeconds(90);
    public static final Duration GRACE = Duration.ofSeconds(30);

    private final SurvivingLeases leases;
    private final Transitions transitions;
    private final Statuses statuses;
    private final CurrentActor current;
    private final Clock clock;

    Presence(SurvivingLeases leases, Transitions transitions, Statuses statuses, CurrentActor current, Clock clock) {
        this.leases = leases;
        this.transitions = transitions;
        this.statuses = statuses;
        this.current = current;
        this.clock = clock;
    }

    /** A device that is known by its connection only has connected. */
    public void connected(String person, String device) {
        heartbeat(person, device, device);
    }

    /** A device has connected; if it was connected before, this connection takes the place of that one. */
    public void connected(String person, String device, String connection) {
        heartbeat(person, device, connection);
    }

    public void heartbeat(String person, String device) {
        heartbeat(person, device, device);
    }

    /** A device has shown that it lives. */
    public void heartbeat(String person, String device, String connection) {
        if (!leases.lease(current.tenant(), new Line(person, device, connection), LEASE)) {
            settle(person, false);
        }
    }

    public void disconnected(String person, String device, boolean clean) {
        disconnected(person, device, device, clean);
    }

    /**
     * A connection is gone, and the device with it unless it has come back on another one.
     *
     * @param clean on purpose: counts at once, and without other devices the person is lost now
     */
    public void disconnected(String person, String device, String connection, boolean clean) {
        var line = new Line(person, device, connection);
        if (!clean) {
            leases.shorten(current.tenant(), line, GRACE);
        } else if (leases.end(current.tenant(), line)) {
            settle(person, true);
        }
    }

    /** The person's own choice, kept until the next one. */
    public void choose(String person, State state) {
        transitions.choose(current.tenant(), person, state);
    }

    public Status of(String person) {
        return of(List.of(person)).getOrDefault(person, Status.UNKNOWN);
    }

    /** The status of each of these people, known or not. */
    public Map<String, Status> of(Collection<String> people) {
        return statuses.of(current.tenant(), people);
    }

    private void settle(String person, boolean clean) {
        transitions.settle(current.tenant(), person, clean, clock.instant());
    }
}
