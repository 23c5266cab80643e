package io.baton.identity;

import io.baton.identity.BearerTokens.KeysUnavailable;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What the filter chains answer when they let nobody through: problem details, as everywhere else. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (!(cause instanceof KeysUnavailable)) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        problems.write(problem(cause), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        problems.write(Problem.forbidden(cause instanceof CsrfException ? "csrf" : "forbidden"), request, response);
    }

    /** A log-in that Keycloak did not finish; the page offers to begin anew instead of going round in circles. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        problems.write(Problem.of(401, "sign_in_failed", Map.of()), request, response);
    }

    private static Problem problem(AuthenticationException cause) {
        return switch (cause) {
            case KeysUnavailable unknown -> Problem.of(503, "sign_on_unavailable", Map.of());
            case InvalidBearerTokenException invalid -> Problem.of(401, "token_invalid", Map.of());
            default -> Problem.unauthenticated();
        };
    }
}
