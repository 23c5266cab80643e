/** Keeps what is left to do when nobody could talk to the customer. */
@NullMarked
@ApplicationModule(
        displayName = "Ticket",
        allowedDependencies = {"kernel", "identity", "workflow"})
package io.baton.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
