package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Shifts of a department that were planned, or taken off the rota again, in one go.
 *
 * @param people how many agents they belong to
 * @param from the first rota day
 * @param to the last one
 */
public record RotaChange(
        Actor actor, String department, int shifts, int people, LocalDate from, LocalDate to, Instant at)
        implements Change {

    /** There must be at least one row. */
    static RotaChange of(List<Assignment> rows, String department, Actor actor, Instant at) {
        var days = rows.stream().map(Assignment::day).sorted().toList();
        var people = rows.stream().map(Assignment::agentId).distinct().count();
        return new RotaChange(
                actor, department, rows.size(), Math.toIntExact(people), days.getFirst(), days.getLast(), at);
    }

    @Override
    public String toString() {
        return shifts + " × " + people + ", " + from + " – " + to;
    }
}
