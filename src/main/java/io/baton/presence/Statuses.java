package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts together leases, choices and the rota: from Redis and memory in the normal case, from the database what those do
 * not know, in one query for all. A transaction that writes is shown what it wrote itself.
 */
@Component
class Statuses {

    private final SurvivingLeases leases;
    private final Intervals intervals;
    private final Choices choices;
    private final OnShift onShift;
    private final Clock clock;

    Statuses(SurvivingLeases leases, Intervals intervals, Choices choices, OnShift onShift, Clock clock) {
        this.leases = leases;
        this.intervals = intervals;
        this.choices = choices;
        this.onShift = onShift;
        this.clock = clock;
    }

    Map<String, Status> of(Tenant tenant, Collection<String> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var reading = leases.read(tenant, people);
        var chosen = choices(tenant, people, reading);
        var planned = isWriting() ? onShift.now() : onShift.by(tenant, reading);
        var isHere = presence(people, reading);
        var found = new HashMap<String, Status>();
        people.forEach(person -> found.put(
                person,
                Status.of(
                        chosen.getOrDefault(person, Choice.NEVER).state(),
                        isHere.test(person),
                        planned.contains(person))));
        return found;
    }

    private Map<String, Choice> choices(Tenant tenant, Collection<String> people, Reading reading) {
        if (isWriting()) {
            return choices.of(people);
        }
        var unknown = people.stream()
                .filter(person -> !reading.choices().containsKey(person))
                .toList();
        if (unknown.isEmpty()) {
            return reading.choices();
        }
        var read = choices.of(unknown);
        leases.remember(tenant, read);
        var all = new HashMap<>(reading.choices());
        all.putAll(read);
        return all;
    }

    private Predicate<String> presence(Collection<String> people, Reading reading) {
        if (reading.complete()) {
            return reading::isLive;
        }
        Set<String> present = intervals.present(people, clock.instant());
        return person -> reading.isLive(person) || present.contains(person);
    }

    private static boolean isWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
