/** Chain swaps over HTTP. */
@NullMarked
package io.baton.swap.web;

import org.jspecify.annotations.NullMarked;
