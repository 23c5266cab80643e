package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
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

    LeaveOnRota(
            AssignmentTable table, AbsenceTable absences, AssignmentLocks locks, Tenants tenants, Announcer announcer) {
        this.table = table;
        this.absences = absences;
        this.locks = locks;
        this.tenants = tenants;
        this.announcer = announcer;
    }

    LeaveCut cut(String agent, HalfDays span) {
        var settings = tenants.settings();
        var live = table.live(agent, span.start().minusDays(1), span.end().plusDays(1));
        return LeaveCut.of(span, live, settings.zone(), settings.noon());
    }

    LeaveCut apply(UUID leave, String agent, HalfDays span) {
        table.lockAgents(List.of(agent));
        var cut = cut(agent, span);
        if (absences.has(leave)) {
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

    GivenBack giveBack(UUID leave) {
        var away = table.ofLeave(leave);
        table.lockAgents(away.stream().map(Assignment::agentId).toList());
        var restored = new ArrayList<Assignment>();
        var filledBy = new ArrayList<String>();
        for (var row : away) {
            table.supersede(row, leave);
            table.replacing(row.id()).forEach(cover -> filledBy.add(cover.agentId()));
            if (row.replaces() != null) {
                restored.add(restore(row, row.replaces()));
            }
        }
        absences.remove(leave);
        announcer.changed(away);
        return new GivenBack(restored, filledBy);
    }

    /** Joins what was cut off again with what was left to work, where that is still there and free. */
    private Assignment restore(Assignment away, UUID original) {
        var during = away.during();
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
        return a.compareTo(b) < 0 ? new TimeWindow(a.start(), b.end()) : new TimeWindow(b.start(), a.end());
    }
}
