package io.baton.workflow;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/**
 * Signs whoever is signed in to Baton in to the engine's web applications, with the own groups and the own tenant; they
 * have no log-in of their own.
 */
final class EngineSignOn extends ContainerBasedAuthenticationFilter implements AuthenticationProvider {

    private final CurrentActor current;

    EngineSignOn(CurrentActor current) {
        this.current = current;
        this.authenticationProvider = this;
    }

    /** The provider was given to us, there is no class to look for. */
    @Override
    public void init(FilterConfig configuration) {}

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return current.find().map(EngineSignOn::signedIn).orElseGet(AuthenticationResult::unsuccessful);
    }

    /** Spring Security has asked for credentials before. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}

    private static AuthenticationResult signedIn(Actor actor) {
        var result = AuthenticationResult.successful(actor.id());
        result.setGroups(EngineRestSignOn.groups(actor));
        result.setTenants(List.of(actor.tenant().id()));
        return result;
    }
}
