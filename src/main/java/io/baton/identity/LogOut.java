package io.baton.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Logs out once and everywhere: the session is over at once, and Keycloak's is over when its address was visited. */
@Component
public class LogOut {

    private final KeycloakSettings keycloak;

    LogOut(KeycloakSettings keycloak) {
        this.keycloak = keycloak;
    }

    /** Ends the session of the request; returns Keycloak's end-session address, which leads back to the desk. */
    public String end(HttpServletRequest request) {
        var location = location(request, SecurityContextHolder.getContext().getAuthentication());
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return location;
    }

    private String location(HttpServletRequest request, Authentication authentication) {
        var desk = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/desk/")
                .build()
                .toUriString();
        var location = UriComponentsBuilder.fromUriString(keycloak.publicEndpoint("logout"))
                .queryParam("client_id", keycloak.web().clientId())
                .queryParam("post_logout_redirect_uri", "{desk}");
        if (authentication.getPrincipal() instanceof OidcUser person) {
            location.queryParam("id_token_hint", person.getIdToken().getTokenValue());
        }
        return location.encode().buildAndExpand(desk).toUriString();
    }
}
