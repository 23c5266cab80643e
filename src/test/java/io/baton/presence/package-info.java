/** Who counts as present, and who is told. */
@NullMarked
package io.baton.presence;

import org.jspecify.annotations.NullMarked;
