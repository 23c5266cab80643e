/** Who am I, who works here, log-out; and how every refusal of the application reads. */
@NullMarked
package io.baton.identity.web;

import org.jspecify.annotations.NullMarked;
