/** Starts, correlates, completes and cancels processes; the only wrapper of the engine. */
@NullMarked
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"kernel"})
package io.baton.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
