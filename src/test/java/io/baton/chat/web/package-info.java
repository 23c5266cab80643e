/** One connection and its parts, without a network. */
@NullMarked
package io.baton.chat.web;

import org.jspecify.annotations.NullMarked;
