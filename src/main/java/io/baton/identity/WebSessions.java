package io.baton.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * The browser sessions of this node. Ends those that a log-out of Keycloak names, and tells of each session that ended
 * for whatever reason.
 */
@Component
class WebSessions implements HttpSessionListener, HttpSessionIdListener, OidcSessionRegistry, LogoutHandler {

    private final Map<String, HttpSession> open = new ConcurrentHashMap<>();
    private final OidcSessionRegistry known = new InMemoryOidcSessionRegistry();
    private final ApplicationEventPublisher events;

    WebSessions(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        open.remove(before);
        open.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        var id = event.getSession().getId();
        open.remove(id);
        known.removeSessionInformation(id);
        events.publishEvent(new SessionEnded(id));
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation information) {
        known.saveSessionInformation(information);
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return known.removeSessionInformation(sessionId);
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return known.removeSessionInformation(token);
    }

    /** Keycloak's back channel: the token was validated by the filter before. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication.getPrincipal() instanceof OidcLogoutToken token) {
            removeSessionInformation(token).forEach(session -> end(session.getSessionId()));
        }
    }

    private void end(String id) {
        var session = open.get(id);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException alreadyOver) {
                open.remove(id);
            }
        }
    }
}
