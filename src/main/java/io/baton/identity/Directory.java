package io.baton.identity;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The people and departments of the tenant that acts, as Keycloak last told them. Goes on with what it knows while
 * Keycloak is down; when it knows nothing yet it refuses with 503 {@code directory_unavailable}.
 */
@Component
public class Directory {

    private static final Logger log = LoggerFactory.getLogger(Directory.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private final Companies companies;
    private final CurrentActor current;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Map<Tenant, Company> known;
    private volatile Instant attempted = Instant.MIN;

    Directory(Companies companies, CurrentActor current, Clock clock) {
        this.companies = companies;
        this.current = current;
        this.clock = clock;
    }

    /** Everybody of the tenant, those who may not log in included, sorted by id. */
    public List<Person> people() {
        return company().people();
    }

    /** A person of the tenant, whatever the case of the id. */
    public Optional<Person> person(String id) {
        var wanted = id.toLowerCase(Locale.ROOT);
        return people().stream().filter(person -> person.id().equals(wanted)).findFirst();
    }

    /** Those of a department who may log in. */
    public List<Person> of(String department) {
        return people().stream()
                .filter(person -> person.enabled() && department.equals(person.department()))
                .toList();
    }

    /** Those with a role who may log in. */
    public List<Person> with(Role role) {
        return people().stream()
                .filter(person -> person.enabled() && person.is(role))
                .toList();
    }

    /** The managers of a department who may log in. */
    public List<Person> managers(String department) {
        return of(department).stream().filter(person -> person.is(Role.MANAGER)).toList();
    }

    public List<Department> departments() {
        return company().departments();
    }

    public Optional<Department> department(String id) {
        return departments().stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    @Scheduled(fixedDelayString = "${baton.directory.refresh:PT30S}")
    void refresh() {
        reading.lock();
        try {
            attempted = clock.instant();
            known = companies.read();
        } catch (RuntimeException unreachable) {
            log.warn("people and groups cannot be read from Keycloak: {}", unreachable.toString());
        } finally {
            reading.unlock();
        }
    }

    private Company company() {
        var tenant = current.tenant();
        var all = known;
        if (all == null) {
            all = first();
        }
        return all.getOrDefault(tenant, new Company(List.of(), List.of()));
    }

    private Map<Tenant, Company> first() {
        reading.lock();
        try {
            if (known == null && attempted.isBefore(clock.instant().minus(BETWEEN_ATTEMPTS))) {
                refresh();
            }
        } finally {
            reading.unlock();
        }
        var all = known;
        if (all == null) {
            throw Problem.of(503, "directory_unavailable", Map.of());
        }
        return all;
    }
}
