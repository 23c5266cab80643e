/** One connection and its parts, without a network. */
@NullMarked
package io.baton.chat.socket;

import org.jspecify.annotations.NullMarked;
