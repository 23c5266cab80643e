/** Chain swaps: people exchange shifts in a circle, everybody consents, the departments decide, the rota follows at once. */
@NullMarked
@ApplicationModule(
        displayName = "Swap",
        allowedDependencies = {"kernel", "workflow", "rules", "identity", "rota"})
package io.baton.swap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
