/** The REST twin of the socket: visitors, conversations, messages, notices and socket tickets. */
@NullMarked
package io.baton.chat.web;

import org.jspecify.annotations.NullMarked;
