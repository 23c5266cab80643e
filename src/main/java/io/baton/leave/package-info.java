/** Leave: people ask, rules answer, managers decide, the rota and the balance follow. */
@NullMarked
@ApplicationModule(
        displayName = "Leave",
        allowedDependencies = {"kernel", "workflow", "rules", "identity", "rota"})
package io.baton.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
