/** Tickets over HTTP. */
@NullMarked
package io.baton.ticket.web;

import org.jspecify.annotations.NullMarked;
