package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of shift a tenant works, remembered on each node until one is changed. */
@Component
public class ShiftTypes {

    /** From when on a type counts that was there from the beginning. */
    static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private static final Comparator<ShiftType> ORDER =
            Comparator.comparing(ShiftType::start).thenComparing(ShiftType::code);

    private final ShiftTypeCache cache;
    private final ShiftTypeTable table;
    private final Tenants tenants;
    private final CurrentActor current;
    private final Clock clock;

    ShiftTypes(ShiftTypeCache cache, ShiftTypeTable table, Tenants tenants, CurrentActor current, Clock clock) {
        this.cache = cache;
        this.table = table;
        this.tenants = tenants;
        this.current = current;
        this.clock = clock;
    }

    /** All of them as they are today, by the time they start; also those that are no longer offered or not yet. */
    public List<ShiftType> all() {
        var today = today();
        return cache.book().all().stream()
                .map(type -> type.at(today))
                .sorted(ORDER)
                .toList();
    }

    /** All of them with what they were and will be, by the time they start today. */
    public List<ShiftTypeHistory> histories() {
        var today = today();
        return cache.book().all().stream()
                .sorted(Comparator.comparing(type -> type.at(today), ORDER))
                .toList();
    }

    /** These by id with what they were and will be, or 404 {@code shift_type_unknown} when one of them is not there. */
    Map<UUID, ShiftTypeHistory> named(Collection<UUID> ids) {
        var book = cache.book();
        return ids.stream()
                .map(id -> book.find(id).orElseThrow(() -> Problem.notFound("shift_type_unknown")))
                .collect(Collectors.toMap(ShiftTypeHistory::id, Function.identity()));
    }

    /** The shift type with what it was and will be, or 404 {@code shift_type_unknown}. */
    public ShiftTypeHistory history(UUID id) {
        return cache.book().find(id).orElseThrow(() -> Problem.notFound("shift_type_unknown"));
    }

    /** The shift type as it is today, or 404 {@code shift_type_unknown}. */
    public ShiftType get(UUID id) {
        return history(id).at(today());
    }

    /** The breaks of somebody at work, as the shift was planned; whoever is on leave has none. */
    public List<TimeWindow> pauses(Assignment row) {
        if (row.shiftTypeId() == null || row.status() != Assignment.Status.ACTIVE) {
            return List.of();
        }
        var zone = tenants.settings().zone();
        return history(row.shiftTypeId()).plannedBy(row, zone).pauses(row.day(), row.during(), zone);
    }

    /**
     * Keeps these as they are to the end of the transaction; whoever is changing or retiring one is waited for, and what
     * was remembered of it is forgotten.
     */
    void keep(Collection<UUID> ids) {
        var book = cache.book();
        boolean known = table.keep(ids).entrySet().stream()
                .allMatch(kept -> book.find(kept.getKey())
                        .filter(type -> type.version() == kept.getValue())
                        .isPresent());
        if (!known) {
            cache.drop(current.tenant());
        }
    }

    /** Adds a shift type that counts from the beginning; a code that exists already keeps what it has. */
    @Transactional
    public void add(ShiftType type) {
        if (table.insert(type.id(), type.code())) {
            var author = current.get();
            table.insert(new ShiftTypeVersion(1, BEGINNING, type, author.id(), clock.instant()));
            cache.change();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
    }
}
