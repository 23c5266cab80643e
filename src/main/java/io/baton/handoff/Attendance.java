package io.baton.handoff;

import io.baton.presence.Presence;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Whether somebody is there, by the connection and by the rota. */
@Component
class Attendance {

    private final Presence presence;
    private final Rota rota;
    private final Turn turn;

    Attendance(Presence presence, Rota rota, Turn turn) {
        this.presence = presence;
        this.rota = rota;
        this.turn = turn;
    }

    boolean isConnected(String person) {
        return presence.of(person).connected();
    }

    boolean isOnShift(String agent) {
        return rota.onShift(turn.now()).contains(agent);
    }

    /** At this moment, not only on this day. */
    boolean isOnLeave(String agent) {
        var now = turn.now();
        var today = LocalDate.ofInstant(now, turn.settings().zone());
        return rota.assignments(agent, today.minusDays(1), today).stream()
                .anyMatch(row ->
                        row.status() == Assignment.Status.LEAVE && row.during().contains(now));
    }
}
