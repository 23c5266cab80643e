package io.baton.identity;

import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request that came with a visitor's token. */
final class VisitorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Visitor visitor;
    private final Instant until;

    VisitorAuthentication(VisitorAuthenticator.Carrier carrier) {
        super(AuthorityUtils.createAuthorityList(Visitor.AUTHORITY));
        this.visitor = carrier.visitor();
        this.until = carrier.until();
        setAuthenticated(true);
    }

    @Override
    public Visitor getPrincipal() {
        return visitor;
    }

    /** When the token ends. */
    Instant until() {
        return until;
    }

    /** The token is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return visitor.id();
    }
}
