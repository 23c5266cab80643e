package io.baton.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Knows which browser sessions began with which session of Keycloak, on whatever node; ends those that a log-out of Keycloak
 * names, on all nodes.
 */
@Component
class WebSessions implements OidcSessionRegistry, LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(WebSessions.class);

    /** Longer than Keycloak lets anybody stay. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final StringRedisTemplate redis;
    private final SharedSessions<?> sessions;

    WebSessions(StringRedisTemplate redis, SharedSessions<?> sessions) {
        this.redis = redis;
        this.sessions = sessions;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation information) {
        try {
            keys(
                            information.getPrincipal().getSubject(),
                            information.getPrincipal().getClaimAsString("sid"))
                    .forEach(key -> {
                        redis.opsForSet().add(key, information.getSessionId());
                        redis.expire(key, KEPT);
                    });
        } catch (RuntimeException away) {
            log.warn("Keycloak will not be able to end a session: {}", away.toString());
        }
    }

    /** Sessions are looked up when Keycloak asks; what is left of one that is over hurts nobody. */
    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }

    /** Keycloak's back channel: the token was validated by the filter before. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication.getPrincipal() instanceof OidcLogoutToken token) {
            var key = token.getSessionId() == null
                    ? "baton:sessions:of-person:" + token.getSubject()
                    : "baton:sessions:of-sign-on:" + token.getSessionId();
            Set<String> named = SharedSessions.ask(() -> redis.opsForSet().members(key));
            if (named != null) {
                named.forEach(sessions::deleteById);
                SharedSessions.ask(() -> redis.delete(key));
            }
        }
    }

    private static List<String> keys(@Nullable String subject, @Nullable String session) {
        var person = "baton:sessions:of-person:" + subject;
        return session == null ? List.of(person) : List.of(person, "baton:sessions:of-sign-on:" + session);
    }
}
