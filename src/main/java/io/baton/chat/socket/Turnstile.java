package io.baton.chat.socket;

import io.baton.identity.Problems;
import io.baton.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many clients come or go at once, in the order in which they came: virtual threads take turns, and a message
 * would else wait behind every one of thousands that come back together. Who does not get to the door in time is answered
 * 503 {@code overloaded} and comes again.
 */
@Component
class Turnstile extends OncePerRequestFilter {

    static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();
    private static final long PATIENCE = 10;

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Problems problems;

    Turnstile(Problems problems) {
        this.problems = problems;
    }

    /** Waits for its turn, however long that takes. */
    void pass(Runnable work) {
        room.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            room.release();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!comesToItsTurn()) {
            problems.write(Problem.of(503, "overloaded", Map.of("retryAfterSeconds", 1L)), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }

    private boolean comesToItsTurn() {
        try {
            return room.tryAcquire(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
