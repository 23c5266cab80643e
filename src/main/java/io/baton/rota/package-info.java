/** Knows who works when: shift types, agents, assignments, coverage. The rota decides who may receive work. */
@NullMarked
@ApplicationModule(
        displayName = "Rota",
        allowedDependencies = {"kernel", "identity", "rules", "sheet"})
package io.baton.rota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
