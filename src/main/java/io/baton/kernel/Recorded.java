package io.baton.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a request's state. Each event that implements this is written to the audit trail in the transaction in
 * which it was published, so that no change exists without its trail.
 */
public interface Recorded {

    Actor actor();

    /** What changed, for example {@code leave}. */
    String kind();

    String subjectId();

    /** What happened, for example {@code LeaveApproved}. */
    default String what() {
        return getClass().getSimpleName();
    }

    Instant at();

    /** The person it concerns, who may read its trail; none when it concerns nobody in particular. */
    default @Nullable String owner() {
        return null;
    }

    /** The department whose manager may read its trail. */
    default @Nullable String department() {
        return null;
    }

    default @Nullable String before() {
        return null;
    }

    default @Nullable String after() {
        return null;
    }

    default @Nullable String comment() {
        return null;
    }
}
