package io.baton.chat.socket;

import io.baton.identity.Problems;
import io.baton.kernel.Admission;
import io.baton.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many clients come or go at once, so that a message does not wait behind every one of thousands that come
 * back together. Who does not get to the door in time is answered 503 {@code overloaded} and comes again.
 */
@Component
class Turnstile extends OncePerRequestFilter {

    static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

    static final int CROWD = 256;

    private final Admission admission = new Admission(AT_ONCE, Duration.ofSeconds(10));
    private final Problems problems;

    /** Needed before there are web pages, which is when problems can be told. */
    Turnstile(@Lazy Problems problems) {
        this.problems = problems;
    }

    /** Waits for its turn, however long that takes. */
    void pass(Runnable work) {
        admission.run(work);
    }

    /** Whether so many wait that others had better wait outside. */
    boolean isCrowded() {
        return admission.waiting() >= CROWD;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admission.enter();
        } catch (Problem overloaded) {
            problems.write(overloaded, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            admission.leave();
        }
    }
}
