@NullMarked
package io.baton.handoff;

import org.jspecify.annotations.NullMarked;
