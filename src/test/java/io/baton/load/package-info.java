/** The load kit: opens thousands of sockets, breaks what can break, and checks every promise from the clients' side. */
@NullMarked
package io.baton.load;

import org.jspecify.annotations.NullMarked;
