package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;

/** Turns claims into authorities: one for each role, and {@value #STAFF} for members of a tenant that exists here. */
@Component
class Authorities {

    static final String STAFF = "STAFF";

    private final Principals principals;
    private final Tenants tenants;

    Authorities(Principals principals, Tenants tenants) {
        this.principals = principals;
        this.tenants = tenants;
    }

    Collection<GrantedAuthority> of(Map<String, Object> claims) {
        return principals
                .actor(claims)
                .filter(actor -> tenants.find(actor.tenant()).isPresent())
                .map(Authorities::of)
                .orElse(List.of());
    }

    /** Replaces what the log-in brought, which are scopes, by what the person is. */
    Collection<GrantedAuthority> ofLogin(Collection<? extends GrantedAuthority> login) {
        return login.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .flatMap(authority ->
                        of(((OidcUserAuthority) authority).getIdToken().getClaims()).stream())
                .toList();
    }

    static String of(Role role) {
        return "ROLE_" + role.name();
    }

    private static List<GrantedAuthority> of(Actor actor) {
        return Stream.concat(Stream.of(STAFF), actor.roles().stream().map(Authorities::of))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
