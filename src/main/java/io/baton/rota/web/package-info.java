/** The rota over HTTP. */
@NullMarked
package io.baton.rota.web;

import org.jspecify.annotations.NullMarked;
