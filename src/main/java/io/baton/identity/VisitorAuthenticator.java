package io.baton.identity;

import java.time.Instant;
import java.util.Optional;

/** Knows the tokens that customers carry, which are Baton's own and not Keycloak's; implemented where they are issued. */
public interface VisitorAuthenticator {

    /** Who carries a valid token, and when it ends. */
    record Carrier(Visitor visitor, Instant until) {}

    /** The visitor of a valid token; empty for anything else, and never an exception. */
    Optional<Carrier> authenticate(String token);
}
