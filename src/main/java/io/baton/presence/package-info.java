/** Knows who is connected, in which state, and whether the rota wants that person here now. */
@NullMarked
@ApplicationModule(
        displayName = "Presence",
        allowedDependencies = {"kernel", "identity", "rota"})
package io.baton.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
