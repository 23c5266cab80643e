package io.baton.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assignments that an open request holds. A held assignment is moved by that request or by nobody. Whoever looks at the rota
 * is told of it as of a change.
 */
@Repository
public class AssignmentLocks {

    /** The request that holds an assignment; its number is for people. */
    public record Lock(UUID assignmentId, String kind, UUID requestId, String number) {}

    private final JdbcClient jdbc;
    private final AssignmentTable table;
    private final Announcer announcer;

    AssignmentLocks(JdbcClient jdbc, AssignmentTable table, Announcer announcer) {
        this.jdbc = jdbc;
        this.table = table;
        this.announcer = announcer;
    }

    /** The locks on any of these assignments. */
    @Transactional(readOnly = true)
    public List<Lock> on(Collection<Assignment> assignments) {
        if (assignments.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from assignment_lock where assignment_id = any(?) order by assignment_id")
                .param(assignments.stream().map(Assignment::id).toArray(UUID[]::new))
                .query(AssignmentLocks::read)
                .list();
    }

    /** The locks on assignments of these rota days, both included. */
    @Transactional(readOnly = true)
    public List<Lock> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select l.* from assignment_lock l join assignment a on a.id = l.assignment_id
                        where a.rota_day between ? and ? order by l.assignment_id
                        """).params(from, to).query(AssignmentLocks::read).list();
    }

    private static Lock read(ResultSet row, int number) throws SQLException {
        return new Lock(
                row.getObject("assignment_id", UUID.class),
                row.getString("request_kind"),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"));
    }

    /** Holds all of them, or none and false when another request holds one. */
    @Transactional
    public boolean hold(Collection<Lock> locks) {
        boolean free =
                locks.stream().sorted(Comparator.comparing(Lock::assignmentId)).allMatch(this::insert);
        if (free) {
            announcer.changed(table.all(locks.stream().map(Lock::assignmentId).toList()));
        } else {
            locks.stream().map(Lock::requestId).distinct().forEach(this::release);
        }
        return free;
    }

    /** Lets go of everything a request holds; how many that were. */
    @Transactional
    public int release(UUID requestId) {
        var released = jdbc.sql("delete from assignment_lock where request_id = ? returning assignment_id")
                .param(requestId)
                .query(UUID.class)
                .list();
        announcer.changed(table.all(released));
        return released.size();
    }

    private boolean insert(Lock lock) {
        return jdbc.sql("""
                        insert into assignment_lock (assignment_id, request_kind, request_id, request_number)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(lock.assignmentId(), lock.kind(), lock.requestId(), lock.number())
                        .update()
                == 1;
    }
}
