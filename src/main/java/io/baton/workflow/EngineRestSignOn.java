package io.baton.workflow;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Runs each request to the engine's REST interface as its caller; without a caller it refuses with 401. */
final class EngineRestSignOn extends OncePerRequestFilter {

    private final IdentityService identity;
    private final CurrentActor current;

    EngineRestSignOn(IdentityService identity, CurrentActor current) {
        this.identity = identity;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = current.find();
        if (actor.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        identity.setAuthentication(
                actor.get().id(),
                groups(actor.get()),
                List.of(actor.get().tenant().id()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The groups that count in the engine: never one of another tenant, nor one of the engine's own. */
    static List<String> groups(Actor actor) {
        var own = actor.tenant().id() + ".";
        return actor.groups().stream().filter(group -> group.startsWith(own)).toList();
    }
}
