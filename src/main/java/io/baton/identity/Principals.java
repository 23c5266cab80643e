package io.baton.identity;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.util.HashSet;
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

/** Reads the actor out of the claims of a browser session or of a bearer token; a token without a tenant is nobody. */
@Component
class Principals {

    Optional<Actor> actor(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return switch (authentication.getPrincipal()) {
            case Jwt token -> actor(token.getClaims());
            case OidcUser person -> actor(person.getClaims());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Actor> actor(Map<String, Object> claims) {
        if (!(claims.get("tenant") instanceof String tenant)
                || !(claims.get("preferred_username") instanceof String id)) {
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
                id.toLowerCase(Locale.ROOT),
                name,
                department,
                roles,
                new HashSet<>(strings(claims.get("groups")))));
    }

    private static List<String> strings(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
