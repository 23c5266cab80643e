/** Brings customers who ask for a person to the best free agent on shift: queue, scoring, offers, escalation. */
@NullMarked
@ApplicationModule(
        displayName = "Handoff",
        allowedDependencies = {"kernel", "workflow", "rules", "identity", "rota", "presence", "chat", "ticket"})
package io.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
