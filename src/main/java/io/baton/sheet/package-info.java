/** Tables that people keep in spreadsheets, as they write them and as they read them. Depends on no other module. */
@NullMarked
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {})
package io.baton.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
