/** Answers of agents over the socket. */
@NullMarked
package io.baton.handoff.socket;

import org.jspecify.annotations.NullMarked;
