package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** The holidays of a year are known now, or known anew; written to the trail in the same transaction. */
public record CalendarAnnounced(Actor actor, int year, String after, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public String subjectId() {
        return String.valueOf(year);
    }
}
