package io.baton.rota;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and retires shift types, for administrators. A change counts from a rota day on, today at the earliest, and
 * touches nothing that is planned: shifts on the rota keep their times, also those after that day. Of two who change the
 * same one, the second is refused with 412 {@code changed_meanwhile}.
 */
@Component
@Transactional
public class ShiftTypeChanges {

    private static final int DAYS = 7;

    private final ShiftTypeTable table;
    private final ShiftTypeCache cache;
    private final ShiftTypeChecks checks;
    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;

    ShiftTypeChanges(
            ShiftTypeTable table,
            ShiftTypeCache cache,
            ShiftTypeChecks checks,
            ApplicationEventPublisher events,
            CurrentActor current,
            Clock clock) {
        this.table = table;
        this.cache = cache;
        this.checks = checks;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    /** Today in the tenant's zone: the first day a change may count from. */
    public LocalDate today() {
        return checks.today();
    }

    /** Refuses with 422, or with 409 {@code shift_type_exists} when the code was ever used. */
    public UUID add(ShiftTypeDraft draft) {
        requireAdministrator();
        checks.require(draft);
        var id = Ids.next();
        if (!table.insert(id, draft.code())) {
            throw Problem.conflict("shift_type_exists");
        }
        write(id, 1, draft);
        events.publishEvent(new ShiftTypeAdded(change(id, null, text(draft))));
        return id;
    }

    /** Refuses with 422, 404 {@code shift_type_unknown}, 409 {@code shift_type_retired}; the code stays what it is. */
    public void change(UUID id, int version, ShiftTypeDraft draft) {
        requireAdministrator();
        var known = hold(id, version);
        checks.require(draft);
        if (!draft.code().equals(known.code())) {
            throw Problem.invalid("code", "cannot be changed");
        }
        write(id, version + 1, draft);
        table.count(id, version + 1, null);
        var before = known.on(draft.validFrom()).map(ShiftTypeChanges::text).orElse(null);
        events.publishEvent(new ShiftTypeChanged(change(id, before, text(draft))));
    }

    /** No longer offers it, and wants nobody in it from today on. Refuses with 409 {@code shift_type_used} while it is planned. */
    public void retire(UUID id, int version) {
        requireAdministrator();
        var known = hold(id, version);
        var now = clock.instant();
        if (table.isPlanned(id, now, today().minusDays(1))) {
            throw Problem.conflict("shift_type_used");
        }
        table.count(id, version + 1, now);
        table.wantNothingAfter(id, today());
        want(id, Map.of(), today());
        events.publishEvent(
                new ShiftTypeRetired(change(id, text(known.versions().getLast()), null)));
    }

    private ShiftTypeHistory hold(UUID id, int version) {
        var known = table.hold(id).orElseThrow(() -> Problem.notFound("shift_type_unknown"));
        if (known.version() != version) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
        if (known.isRetired()) {
            throw Problem.conflict("shift_type_retired");
        }
        return known;
    }

    private void requireAdministrator() {
        current.get().require(Role.ADMIN);
    }

    private void write(UUID id, int number, ShiftTypeDraft draft) {
        var author = current.get().id();
        table.insert(new ShiftTypeVersion(number, draft.validFrom(), draft.type(id), author, clock.instant()));
        want(id, draft.staffing(), draft.validFrom());
    }

    /** What is not said is not wanted any more. */
    private void want(UUID id, Map<String, List<Integer>> staffing, LocalDate from) {
        var nobody = Collections.nCopies(DAYS, 0);
        var said = table.departments(id).stream().collect(Collectors.toMap(it -> it, it -> nobody));
        said.putAll(staffing);
        said.forEach((department, people) -> List.of(DayOfWeek.values())
                .forEach(weekday -> table.want(
                        new ShiftTypeBook.Wanted(id, department, weekday, from, people.get(weekday.ordinal())))));
        table.wantNobodyLater(id, from);
        cache.change();
    }

    private ShiftTypeChange change(UUID id, @Nullable String before, @Nullable String after) {
        return new ShiftTypeChange(id, current.get(), clock.instant(), before, after);
    }

    private static String text(ShiftTypeDraft draft) {
        return text(draft.type(Ids.next()), draft.validFrom()) + ", " + draft.staffing();
    }

    private static String text(ShiftTypeVersion version) {
        return text(version.type(), version.validFrom());
    }

    private static String text(ShiftType type, LocalDate validFrom) {
        return type.zh() + " / " + type.en() + ", " + type.start() + "–" + type.end() + ", " + type.color() + ", ≥ "
                + validFrom;
    }
}
