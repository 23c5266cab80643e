package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** A person made another day of one; written to the trail in the same transaction. */
public record CalendarDayChanged(Actor actor, int year, String before, String after, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public String subjectId() {
        return String.valueOf(year);
    }
}
