/** Handoffs over HTTP. */
@NullMarked
package io.baton.handoff.web;

import org.jspecify.annotations.NullMarked;
