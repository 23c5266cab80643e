/** Leave over HTTP. */
@NullMarked
package io.baton.leave.web;

import org.jspecify.annotations.NullMarked;
