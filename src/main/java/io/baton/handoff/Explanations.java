package io.baton.handoff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes a line to the log for each choice of an agent, when {@code baton.handoff.explain} is true: ids and points, no more. */
@Component
@ConditionalOnProperty("baton.handoff.explain")
class Explanations {

    private static final Logger log = LoggerFactory.getLogger(Explanations.class);

    @EventListener
    void on(HandoffOffered event) {
        var handoff = event.handoff();
        log.info(
                "{} {} {} {}: {}",
                event.actor().tenant().id(),
                handoff.place().department(),
                handoff.id(),
                handoff.place().priority(),
                event.comment());
    }
}
