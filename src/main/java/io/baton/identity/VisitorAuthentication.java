package io.baton.identity;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request that came with a visitor's token. */
final class VisitorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Visitor visitor;

    VisitorAuthentication(Visitor visitor) {
        super(AuthorityUtils.createAuthorityList(Visitor.AUTHORITY));
        this.visitor = visitor;
        setAuthenticated(true);
    }

    @Override
    public Visitor getPrincipal() {
        return visitor;
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
