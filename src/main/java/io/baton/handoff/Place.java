package io.baton.handoff;

import java.time.Duration;
import java.time.Instant;

/**
 * What decides the order of the queue: the front first, then the time of the request, moved back by one span of waiting
 * for each step of priority. Nothing of it changes by a miss, so a request returns to its original place.
 *
 * @param skillsDropped whether agents without the skills may be asked as well
 * @param front whether it goes before all others, because its agent was lost
 */
public record Place(String department, Priority priority, boolean skillsDropped, boolean front, Instant requestedAt) {

    static Place entering(String department, Priority priority, Instant requestedAt) {
        return new Place(department, priority, false, false, requestedAt);
    }

    Place raised() {
        return new Place(department, priority.raised(), true, front, requestedAt);
    }

    Place atFront() {
        return new Place(department, priority, skillsDropped, true, requestedAt);
    }

    /** Before all others of the department, because this customer has waited before. */
    Place passedOnTo(TransferTarget target) {
        return new Place(
                target.department(), priority, skillsDropped && target.skills().isEmpty(), true, requestedAt);
    }

    Place in(String other) {
        return new Place(other, priority, skillsDropped, front, requestedAt);
    }

    /** The instant that orders the queue; a step of priority is worth the span. */
    Instant rank(Duration ageing) {
        return requestedAt.minus(ageing.multipliedBy(priority.ordinal()));
    }
}
