package io.baton.handoff;

import io.baton.kernel.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a manager decides about a customer who waited too long: to take the customer, to assign an agent by hand, even
 * above the maximum, or to open a ticket.
 *
 * @param agentId who is to serve; only for {@code ASSIGN}
 */
public record StepIn(
        String action, @Nullable String agentId, @Nullable String comment) {

    /** What can be decided. */
    public enum Action {
        TAKE,
        ASSIGN,
        TICKET
    }

    /** The decision, or 422 for one that is none: forms are not trusted. */
    public Action decided() {
        try {
            return Action.valueOf(action.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("action", "must be TAKE, ASSIGN or TICKET");
        }
    }
}
