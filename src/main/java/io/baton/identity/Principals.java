package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Reads the actor out of the claims of a browser session or of a bearer token. A token without a tenant is nobody, so is
 * one that claims to be the system; groups of other tenants do not count.
 */
@Component
class Principals {

    Optional<Actor> actor(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return switch (authentication.getPrincipal()) {
            case Jwt token -> actor(token.getClaims());
            case OidcUser person -> actor(person.getClaims());
            case Visitor visitor -> Optional.of(visitor.actor());
            case null, default -> Optional.empty();
        };
    }

    Optional<Actor> actor(Map<String, Object> claims) {
        if (!(claims.get("tenant") instanceof String tenant)
                || !Tenant.isId(tenant)
                || !(claims.get("preferred_username") instanceof String username)) {
            return Optional.empty();
        }
        var id = username.toLowerCase(Locale.ROOT);
        if (id.isBlank() || id.equals(Actor.SYSTEM)) {
            return Optional.empty();
        }
        var department = claims.get("department") instanceof String value ? value : null;
        var name = claims.get("name") instanceof String value ? value : id;
        var roles = strings(claims.get("roles")).stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return Optional.of(new Actor(
                new Tenant(tenant),
                id,
                name,
                department,
                roles,
                strings(claims.get("groups")).stream()
                        .filter(group -> group.startsWith(tenant + "."))
                        .collect(Collectors.toSet())));
    }

    private static List<String> strings(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
