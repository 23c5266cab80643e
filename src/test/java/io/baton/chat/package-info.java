/** What the chat guarantees, on real services. */
@NullMarked
package io.baton.chat;

import org.jspecify.annotations.NullMarked;
