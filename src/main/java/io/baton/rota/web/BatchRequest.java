package io.baton.rota.web;

import io.baton.kernel.Problem;
import io.baton.rota.PlanningMode;
import io.baton.rota.Slot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shifts to be planned: a shift type for people and dates, or each one for itself. Refuses with 422 what is neither or both,
 * more than {@value #MOST} shifts, and dates before 2000 or after 2099.
 *
 * @param mode all or nothing when it is not said
 */
record BatchRequest(
        @Nullable LocalDate date,
        @Nullable @Size(max = 366) List<@NotNull LocalDate> dates,
        @Nullable UUID shiftTypeId,
        @Nullable @Size(max = MOST) List<@NotBlank String> agentIds,
        @Nullable @Size(max = MOST) List<@Valid @NotNull Item> slots,
        @Nullable PlanningMode mode,
        @Nullable Boolean dryRun) {

    static final int MOST = 100_000;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    record Item(
            @NotBlank String agentId,
            @NotNull LocalDate date,
            @NotNull UUID shiftTypeId) {}

    /** The shifts that are meant, each once. */
    List<Slot> wanted() {
        var matrix = shiftTypeId != null || agentIds != null || dates != null || date != null;
        if (matrix == (slots != null)) {
            throw Problem.invalid("slots", "either slots, or shiftTypeId with agentIds and dates");
        }
        var wanted = (slots == null ? matrix() : slots.stream().map(BatchRequest::slot))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            throw Problem.invalid("slots", "must not be empty");
        }
        return wanted;
    }

    PlanningMode wantedMode() {
        return Objects.requireNonNullElse(mode, PlanningMode.ALL_OR_NOTHING);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    private Stream<Slot> matrix() {
        var type = given("shiftTypeId", shiftTypeId);
        var people = given("agentIds", agentIds);
        var days = dates == null ? List.of(given("dates", date)) : dates;
        if ((long) people.size() * days.size() > MOST) {
            throw Problem.invalid("agentIds", "more than " + MOST + " shifts");
        }
        return people.stream().flatMap(agent -> days.stream().map(day -> slot(new Item(agent, day, type))));
    }

    private static Slot slot(Item item) {
        if (item.date().isBefore(FIRST) || item.date().isAfter(LAST)) {
            throw Problem.invalid("date", "must be between " + FIRST + " and " + LAST);
        }
        return new Slot(item.agentId().toLowerCase(Locale.ROOT), item.date(), item.shiftTypeId());
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "is missing");
        }
        return value;
    }
}
