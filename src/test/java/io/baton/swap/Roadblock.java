package io.baton.swap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Holds rows that steps must pass, so that each stops in its middle and can be seen to; lets go on {@link #close}. */
final class Roadblock implements AutoCloseable {

    /** Where a step can be stopped: a statement that takes the id of a swap, or of a shift. */
    enum Place {
        /** Before anything is done. */
        AT_THE_BEGINNING("select 1 from swap where id = ? for update"),

        /** The proposal is recorded and found feasible; its shifts are being locked. */
        WHILE_LOCKING("""
                insert into assignment_lock (tenant_id, assignment_id, request_kind, request_id, request_number)
                values ('acme', ?, 'test', gen_random_uuid(), 'roadblock') returning 1
                """),

        /** The swap has moved; whoever answered is being marked. */
        WHILE_ANSWERING("select 1 from swap_item where swap_id = ? for update"),

        /** Everything of ours is written; the engine is about to finish the task. */
        WHILE_FINISHING_THE_TASK("""
                select 1 from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = ?::text for update of t
                """),

        /** The swap has moved; the department is being marked. */
        WHILE_DECIDING("select 1 from swap_approval where swap_id = ? for update"),

        /** All is approved and checked again; the second of the shifts is about to be held. */
        BEFORE_EXECUTING("""
                select 1 from assignment where id = (select gives from swap_item where swap_id = ? order by gives desc limit 1)
                for update
                """),

        /** The swap is over and its shifts have changed hands; the locks are being released. */
        WHILE_RELEASING("select 1 from assignment_lock where request_id = ? for update");

        private final String statement;

        Place(String statement) {
            this.statement = statement;
        }
    }

    private static final String WAITING = """
            with recursive waiting (pid) as (
                select a.pid from pg_stat_activity a where ? = any(pg_blocking_pids(a.pid))
                union
                select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid)))
            select pid from waiting
            """;

    private final Connection holder;
    private final Connection watcher;
    private final JdbcClient held;
    private final JdbcClient watched;
    private final int pid;

    Roadblock(Connection holder, Connection watcher) throws SQLException {
        this.holder = holder;
        this.watcher = watcher;
        holder.setAutoCommit(false);
        held = JdbcClient.create(new SingleConnectionDataSource(holder, true));
        watched = JdbcClient.create(new SingleConnectionDataSource(watcher, true));
        pid = held.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    void stop(Place place, UUID id) {
        if (held.sql(place.statement).param(id).query(Integer.class).list().isEmpty()) {
            throw new IllegalStateException("nothing to hold " + place + " of " + id);
        }
    }

    /** The sessions that wait here, or for one that does. */
    List<Integer> waiting() {
        return watched.sql(WAITING).param(pid).query(Integer.class).list();
    }

    /** Ends the sessions that wait here; who they are is read before, as each that ends lets another one go on. */
    void cut() {
        watched.sql("select pg_terminate_backend(pid) from unnest(?) as pid")
                .param(waiting().toArray(Integer[]::new))
                .query(Boolean.class)
                .list();
    }

    /** Lets go, also of what a killed server had let go of before. */
    @Override
    public void close() {
        for (var connection : List.of(holder, watcher)) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // there is nothing left to let go of
                continue;
            }
        }
    }
}
