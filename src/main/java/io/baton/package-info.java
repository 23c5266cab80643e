/** The application: everything else lives in one of the modules below. */
@NullMarked
package io.baton;

import org.jspecify.annotations.NullMarked;
