package io.baton.identity;

import io.baton.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what is refused around the session, before any other filter could. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionsAway extends OncePerRequestFilter {

    private final Problems problems;

    SessionsAway(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Problem refused) {
            problems.write(refused, request, response);
        }
    }
}
