package io.baton.identity;

import io.baton.kernel.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells who opens a socket; accepts exactly what the filter chains accept, so a socket is no back door. */
@Component
public class HandshakeIdentity {

    private final BearerTokens tokens;
    private final Principals principals;
    private final Tenants tenants;
    private final SessionExpiry expiry;

    HandshakeIdentity(BearerTokens tokens, Principals principals, Tenants tenants, SessionExpiry expiry) {
        this.tokens = tokens;
        this.principals = principals;
        this.tenants = tenants;
        this.expiry = expiry;
    }

    /** The person or visitor of a bearer token; empty when it is wrong in any way. */
    public Optional<SignedIn> ofBearer(String token) {
        try {
            return signedIn(tokens.authenticate(new BearerTokenAuthenticationToken(token)), null);
        } catch (AuthenticationException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** The person of the browser session that the request belongs to. */
    public Optional<SignedIn> ofSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var person = signedIn(SecurityContextHolder.getContext().getAuthentication(), session.getId());
        person.ifPresent(known -> expiry.watch(session.getId()));
        return person;
    }

    private Optional<SignedIn> signedIn(@Nullable Authentication authentication, @Nullable String session) {
        return principals
                .actor(authentication)
                .filter(actor -> exists(actor.tenant()))
                .map(actor -> new SignedIn(
                        actor, authentication instanceof VisitorAuthentication, session, until(authentication)));
    }

    private boolean exists(Tenant tenant) {
        return tenants.find(tenant).isPresent();
    }

    private static @Nullable Instant until(@Nullable Authentication authentication) {
        return switch (authentication) {
            case VisitorAuthentication visitor -> visitor.until();
            case Authentication other when other.getPrincipal() instanceof Jwt jwt -> jwt.getExpiresAt();
            case null, default -> null;
        };
    }
}
