@NullMarked
package io.baton.identity;

import org.jspecify.annotations.NullMarked;
