package io.baton.identity;

import java.util.Optional;

/** Knows the tokens that customers carry, which are Baton's own and not Keycloak's; implemented where they are issued. */
public interface VisitorAuthenticator {

    /** The visitor of a valid token; empty for anything else, and never an exception. */
    Optional<Visitor> authenticate(String token);
}
