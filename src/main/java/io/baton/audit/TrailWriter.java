package io.baton.audit;

import io.baton.identity.Parameters;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Recorded;
import io.baton.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes every {@link Recorded} event to the trail in the transaction that published it; refuses to write outside of
 * one. When the trail cannot be written, the change does not happen either.
 */
@Component
class TrailWriter {

    private final JdbcClient jdbc;
    private final Clock clock;

    TrailWriter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Recorded event) {
        var actor = event.actor();
        jdbc.sql("""
                        insert into trail (tenant_id, id, at, kind, subject_id, what, actor, actor_name, role,
                                           owner, department, before, after, comment)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Parameters.inferred(
                        actor.tenant().id(),
                        Ids.next(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.kind(),
                        event.subjectId(),
                        event.what(),
                        actor.id(),
                        actor.name(),
                        roles(actor),
                        event.owner(),
                        event.department(),
                        event.before(),
                        event.after(),
                        event.comment()))
                .update();
    }

    /** Partitions exist half a year ahead, so that a node that was off for months still finds one. */
    @Scheduled(cron = "0 10 2 * * *", zone = "UTC")
    @Transactional
    public void makePartitions() {
        jdbc.sql("select baton_trail_partitions(?)")
                .param(LocalDate.now(clock).plusMonths(6))
                .query(Integer.class)
                .single();
    }

    private static String roles(Actor actor) {
        return actor.roles().isEmpty()
                ? Actor.SYSTEM
                : actor.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(","));
    }
}
