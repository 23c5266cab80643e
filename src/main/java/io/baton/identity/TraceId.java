package io.baton.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a trace id, its caller's (W3C {@code traceparent}) or a new one; logs and answers carry it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class TraceId extends OncePerRequestFilter {

    static final String HEADER = "X-Trace-Id";
    private static final String ATTRIBUTE = TraceId.class.getName();
    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String known ? known : fresh();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = idOf(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var logged = MDC.putCloseable("traceId", id)) {
            chain.doFilter(request, response);
        }
    }

    private static String idOf(@Nullable String parent) {
        var match = PARENT.matcher(parent == null ? "" : parent);
        return match.matches() ? match.group(1) : fresh();
    }

    private static String fresh() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
