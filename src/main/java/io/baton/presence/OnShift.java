package io.baton.presence;

import java.time.Instant;
import java.util.Set;

/** Who is planned to work at an instant, in the tenant of the current actor. */
interface OnShift {

    Set<String> at(Instant instant);
}
