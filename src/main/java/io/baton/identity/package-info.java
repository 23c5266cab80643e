/** Knows who is asking: people, roles, departments and tenants from Keycloak, sign-on and filter chains. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel"})
package io.baton.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
