/** The live board over HTTP. */
@NullMarked
package io.baton.presence.web;

import org.jspecify.annotations.NullMarked;
