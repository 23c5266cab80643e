/** The rota over HTTP, from outside. */
@NullMarked
package io.baton.rota.web;

import org.jspecify.annotations.NullMarked;
