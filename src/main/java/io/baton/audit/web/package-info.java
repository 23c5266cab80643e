/** The trail over REST. */
@NullMarked
package io.baton.audit.web;

import org.jspecify.annotations.NullMarked;
