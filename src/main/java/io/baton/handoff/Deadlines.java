package io.baton.handoff;

import io.baton.identity.TenantSettings;
import java.time.Duration;
import java.time.Instant;

/** How long a tenant lets customers and agents wait; the settings are named as the variables, {@code handoff.*}. */
record Deadlines(TenantSettings settings) {

    Duration offerTimeout() {
        return settings.duration("handoff.offer-timeout", Duration.ofSeconds(30));
    }

    Duration transferTimeout() {
        return settings.duration("handoff.transfer-timeout", Duration.ofSeconds(30));
    }

    Duration escalateFirstAfter() {
        return settings.duration("handoff.escalate-first-after", Duration.ofSeconds(60));
    }

    Duration escalateAgainAfter() {
        return settings.duration("handoff.escalate-again-after", Duration.ofSeconds(180));
    }

    Duration stepInRemindAfter() {
        return settings.duration("handoff.step-in-remind-after", Duration.ofMinutes(2));
    }

    Duration pauseFor() {
        return settings.duration("handoff.pause-for", Duration.ofMinutes(5));
    }

    Duration drainFor() {
        return settings.duration("handoff.drain-for", Duration.ofMinutes(15));
    }

    Duration customerLostFor() {
        return settings.duration("handoff.customer-lost-for", Duration.ofMinutes(10));
    }

    /** Ten minutes from now, or closing time when that is earlier. */
    Instant giveUpAt(Instant now, Instant closing) {
        var patience = now.plus(settings.duration("handoff.give-up-after", Duration.ofMinutes(10)));
        return closing.isBefore(patience) ? closing : patience;
    }
}
