package io.baton.rota;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The half days people are away; each half day of a person belongs to one leave at most. */
@Repository
class AbsenceTable {

    private final JdbcClient jdbc;

    AbsenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when another leave has that half day. */
    boolean insert(Absence absence) {
        return jdbc.sql("insert into absence (agent_id, rota_day, half, leave_id) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(absence.agentId(), absence.day(), absence.half().name(), absence.leaveId())
                        .update()
                == 1;
    }

    /** Whether the leave has this half day already. */
    boolean has(UUID leave, LocalDate day, Half half) {
        return jdbc.sql("select exists (select from absence where leave_id = ? and rota_day = ? and half = ?)")
                .params(leave, day, half.name())
                .query(Boolean.class)
                .single();
    }

    void remove(UUID leave, HalfDays span) {
        span.dates()
                .forEach(day -> span.on(day)
                        .forEach(
                                half -> jdbc.sql("delete from absence where leave_id = ? and rota_day = ? and half = ?")
                                        .params(leave, day, half.name())
                                        .update()));
    }

    List<Absence> of(Collection<String> agents, LocalDate from, LocalDate to) {
        return jdbc.sql("select * from absence where agent_id = any(?) and rota_day between ? and ?"
                        + " order by rota_day, half desc, agent_id")
                .param(agents.toArray(String[]::new))
                .param(from)
                .param(to)
                .query((row, number) -> new Absence(
                        row.getString("agent_id"),
                        row.getObject("rota_day", LocalDate.class),
                        Half.valueOf(row.getString("half")),
                        row.getObject("leave_id", UUID.class)))
                .list();
    }
}
