/** PostgreSQL, Redis and Keycloak as child processes, for the run command and for the tests; never part of the jar. */
@NullMarked
package io.baton.development;

import org.jspecify.annotations.NullMarked;
