/** Conversations, their messages and the hub that brings them to every connected device; an acknowledged message is stored. */
@NullMarked
@ApplicationModule(
        displayName = "Chat",
        allowedDependencies = {"kernel", "identity", "presence", "sheet"})
package io.baton.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
