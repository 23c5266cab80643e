package io.baton.audit;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the trail of one request, oldest first. Auditors and administrators read every trail of their tenant, managers
 * those of their department, everybody those that concern themselves; what a caller may not read is not there: 404.
 */
@Service
public class Trail {

    /** What trails are kept of, in the order in which people look for them. */
    public static final List<String> KINDS = List.of(
            "leave",
            "swap",
            "swap-wish",
            "balance",
            "handoff",
            "routing",
            "conversation",
            "ticket",
            "rota",
            "shift-type",
            "calendar",
            "rota-feed",
            "block",
            "export");

    private final JdbcClient jdbc;
    private final CurrentActor current;

    Trail(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    @Transactional(readOnly = true)
    public List<TrailEntry> of(String kind, String subjectId) {
        var reader = current.get();
        var entries = jdbc.sql("""
                        select at, actor, actor_name, role, what, owner, department, before, after, comment
                        from trail where tenant_id = ? and kind = ? and subject_id = ? order by at, id
                        """)
                .params(reader.tenant().id(), kind, subjectId)
                .query(TrailEntry.class)
                .list();
        if (entries.stream().noneMatch(entry -> mayRead(reader, entry))) {
            throw Problem.notFound("trail_unknown");
        }
        return entries;
    }

    private static boolean mayRead(Actor reader, TrailEntry entry) {
        return reader.is(Role.AUDITOR)
                || reader.leads(entry.department())
                || reader.id().equals(entry.owner());
    }
}
