/** Compiles, fires and explains rule books written in DRL; the only importer of the rule engine. */
@NullMarked
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"kernel"})
package io.baton.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
