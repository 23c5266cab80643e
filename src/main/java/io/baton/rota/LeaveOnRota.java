package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a leave onto the rota and takes it off again; supersedes rows and inserts others, in the order of their start. */
@Component
class LeaveOnRota {

    private final AssignmentTable table;
    private final AbsenceTable absences;
    private final AssignmentLocks locks;
    private final Tenants tenants;
    private final Announcer announcer;
    private final Clock clock;

    LeaveOnRota(
            AssignmentTable table,
            AbsenceTable absences,
            AssignmentLocks locks,
            Tenants tenants,
            Announcer announcer,
            Clock clock) {
        this.table = table;
        this.absences = absences;
        this.locks = locks;
        this.tenants = tenants;
        this.announcer = announcer;
        this.clock = clock;
    }

    LeaveCut cut(String agent, HalfDays span) {
        var settings = tenants.settings();
        var live = table.live(agent, span.start().minusDays(1), span.end().plusDays(1));
        return LeaveCut.of(span, live, settings.zone(), settings.noon());
    }

    LeaveCut apply(UUID leave, String agent, HalfDays span) {
        table.lockAgents(List.of(agent));
        var cut = cut(agent, span);
        if (absences.has(leave, span.start(), span.from())) {
            return cut;
        }
        refuseLocked(cut);
        span.dates()
                .flatMap(day -> span.on(day).stream().map(half -> new Absence(agent, day, half, leave)))
                .forEach(this::insert);
        cut.pieces().forEach(piece -> table.supersede(piece.assignment(), leave));
        var rows = Stream.concat(
                        cut.pieces().stream().flatMap(piece -> rows(piece, leave)),
                        cut.free().stream().map(free -> row(agent, free, leave)))
                .sorted(Comparator.comparing(Assignment::during))
                .toList();
        rows.forEach(this::insert);
        announcer.changed(rows);
        return cut;
    }

    GivenBack giveBack(UUID leave, HalfDays span) {
        table.lockAgents(concerned(leave));
        var settings = tenants.settings();
        var result = new Restoration();
        for (var row : table.ofLeave(leave)) {
            LeaveCut.taken(span, row, settings.zone(), settings.noon())
                    .ifPresentOrElse(part -> giveBack(row, part, result), () -> result.away.add(row));
        }
        absences.remove(leave, span);
        announcer.changed(result.changed);
        return result.given();
    }

    /** Everybody whose rota may move: whoever is away, and whoever took the place. */
    private List<String> concerned(UUID leave) {
        return table.ofLeave(leave).stream()
                .flatMap(row -> Stream.concat(Stream.of(row), table.replacing(row.id()).stream()))
                .map(Assignment::agentId)
                .toList();
    }

    /** Gives a part of a row back; what is left of it, and of whoever has its place, stays. */
    private void giveBack(Assignment row, TimeWindow part, Restoration result) {
        var covers = table.replacing(row.id());
        table.supersede(row, row.leaveId());
        result.changed.add(row);
        var left = row.during().minus(part).stream()
                .map(kept -> new Assignment(
                        Ids.next(),
                        row.agentId(),
                        row.day(),
                        kept,
                        row.shiftTypeId(),
                        Assignment.Status.LEAVE,
                        row.replaces(),
                        row.leaveId()))
                .toList();
        left.forEach(this::insert);
        result.away.addAll(left);
        covers.forEach(cover -> release(cover, left, result));
        if (row.replaces() != null) {
            result.restored.add(restore(row, part, row.replaces()));
        }
    }

    private void release(Assignment cover, List<Assignment> left, Restoration result) {
        if (!cover.during().start().isAfter(clock.instant())
                || !locks.on(List.of(cover)).isEmpty()) {
            result.filledBy.add(cover.agentId());
            return;
        }
        table.supersede(cover, null);
        result.changed.add(cover);
        result.released.add(cover);
        for (var place : left) {
            cover.during()
                    .intersect(place.during())
                    .ifPresent(kept -> insert(new Assignment(
                            Ids.next(),
                            cover.agentId(),
                            cover.day(),
                            kept,
                            cover.shiftTypeId(),
                            Assignment.Status.ACTIVE,
                            place.id(),
                            null)));
        }
    }

    /** Gathers what giving back comes to, row by row. */
    private static final class Restoration {
        private final List<Assignment> restored = new ArrayList<>();
        private final List<String> filledBy = new ArrayList<>();
        private final List<Assignment> released = new ArrayList<>();
        private final List<Assignment> away = new ArrayList<>();
        private final List<Assignment> changed = new ArrayList<>();

        GivenBack given() {
            var window = away.stream().map(Assignment::during).reduce(LeaveOnRota::hull);
            return new GivenBack(restored, filledBy, released, window.orElse(null));
        }
    }

    /** Joins what was cut off again with what was left to work, where that is still there and free. */
    private Assignment restore(Assignment away, TimeWindow part, UUID original) {
        var during = part;
        var rests = table.replacing(original).stream()
                .filter(rest -> rest.agentId().equals(away.agentId()))
                .toList();
        var held = locks.on(rests);
        for (var rest : rests) {
            boolean free = held.stream().noneMatch(lock -> lock.assignmentId().equals(rest.id()));
            if (free && touches(during, rest.during())) {
                table.supersede(rest, null);
                during = hull(during, rest.during());
            }
        }
        var back = new Assignment(
                Ids.next(),
                away.agentId(),
                away.day(),
                during,
                away.shiftTypeId(),
                Assignment.Status.ACTIVE,
                away.id(),
                null);
        insert(back);
        return back;
    }

    private void refuseLocked(LeaveCut cut) {
        var touched = cut.pieces().stream().map(LeaveCut.Piece::assignment).toList();
        if (!locks.on(touched).isEmpty()) {
            throw Problem.conflict("shift_locked");
        }
    }

    private static Stream<Assignment> rows(LeaveCut.Piece piece, UUID leave) {
        var from = piece.assignment();
        return Stream.concat(
                piece.kept().stream().map(kept -> cut(from, kept, Assignment.Status.ACTIVE, null)),
                Stream.of(cut(from, piece.taken(), Assignment.Status.LEAVE, leave)));
    }

    static Assignment cut(Assignment from, TimeWindow part, Assignment.Status status, @Nullable UUID leave) {
        return new Assignment(
                Ids.next(), from.agentId(), from.day(), part, from.shiftTypeId(), status, from.id(), leave);
    }

    private static Assignment row(String agent, LeaveCut.Free free, UUID leave) {
        return new Assignment(Ids.next(), agent, free.day(), free.window(), null, Assignment.Status.LEAVE, null, leave);
    }

    private void insert(Assignment row) {
        if (!table.insert(row)) {
            throw Problem.conflict("assignment_conflict");
        }
    }

    private void insert(Absence absence) {
        if (!absences.insert(absence)) {
            throw Problem.conflict("leave_overlap");
        }
    }

    private static boolean touches(TimeWindow a, TimeWindow b) {
        return a.end().equals(b.start()) || b.end().equals(a.start());
    }

    private static TimeWindow hull(TimeWindow a, TimeWindow b) {
        var start = a.start().isBefore(b.start()) ? a.start() : b.start();
        var end = a.end().isAfter(b.end()) ? a.end() : b.end();
        return new TimeWindow(start, end);
    }
}
