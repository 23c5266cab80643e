@NullMarked
package io.baton.ticket;

import org.jspecify.annotations.NullMarked;
