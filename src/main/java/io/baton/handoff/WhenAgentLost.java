package io.baton.handoff;

import io.baton.identity.TenantSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tenant wants for a customer whose agent was lost: steps in this order, {@code wait} for the agent,
 * {@code requeue} at the front, open a {@code ticket}; each may be left out, but one of the last two must be named.
 *
 * @param waits whether the seat is kept for a while
 * @param requeues whether other agents are asked; nobody waits for ever, so that giving up ends in a ticket all the same
 */
record WhenAgentLost(boolean waits, boolean requeues) {

    private static final Logger log = LoggerFactory.getLogger(WhenAgentLost.class);
    private static final String SETTING = "handoff.when-agent-lost";
    private static final WhenAgentLost DEFAULT = new WhenAgentLost(true, true);
    private static final List<String> STEPS = List.of("wait", "requeue", "ticket");
    private static final Map<String, Boolean> told = new ConcurrentHashMap<>();

    /** What the setting says; one that nobody can follow is told once and counts as not set. */
    static WhenAgentLost of(TenantSettings settings) {
        var text = settings.text(SETTING, String.join(",", STEPS));
        var steps = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (isInOrder(steps) && !steps.equals(List.of("wait"))) {
            return new WhenAgentLost(steps.contains("wait"), steps.contains("requeue"));
        }
        if (told.putIfAbsent(settings.tenant().id() + " " + text, true) == null) {
            log.warn("{} of {} is not in order and does not count: {}", SETTING, settings.tenant(), text);
        }
        return DEFAULT;
    }

    private static boolean isInOrder(List<String> steps) {
        return STEPS.stream().filter(steps::contains).toList().equals(steps);
    }
}
