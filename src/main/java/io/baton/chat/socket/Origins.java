package io.baton.chat.socket;

import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * From which sites a browser may open a socket: Baton's own, and those of the tenant's setting {@value #SETTING}. Programs
 * that are no browser name no origin and are judged by their credentials alone.
 */
@Component
class Origins {

    static final String SETTING = "chat.origins";

    private final Tenants tenants;
    private final Optional<String> own;

    Origins(Tenants tenants, @Value("${baton.url:}") String url) {
        this.tenants = tenants;
        this.own = origin(url);
    }

    /** Passes Baton's own pages only; a browser session must not be used from anywhere else. */
    void requireSame(HttpServletRequest request) {
        if (!isSame(request)) {
            throw Problem.forbidden("origin_refused");
        }
    }

    /** Passes Baton's own pages and the tenant's sites. */
    void requireAllowed(HttpServletRequest request, Tenant tenant) {
        if (!isSame(request) && !isListed(request, tenant)) {
            throw Problem.forbidden("origin_refused");
        }
    }

    private boolean isSame(HttpServletRequest request) {
        var named = request.getHeader(HttpHeaders.ORIGIN);
        if (named == null) {
            return true;
        }
        var origin = origin(named);
        var here = origin(request.getRequestURL().toString());
        return origin.isPresent() && (origin.equals(own) || origin.equals(here));
    }

    private boolean isListed(HttpServletRequest request, Tenant tenant) {
        var origin = origin(request.getHeader(HttpHeaders.ORIGIN));
        return origin.isPresent()
                && Arrays.stream(tenants.settings(tenant).text(SETTING, "").split("[,\\s]+"))
                        .map(Origins::origin)
                        .anyMatch(origin::equals);
    }

    /** Scheme, host and port in one form; {@code ws} is the {@code http} it came from. */
    private static Optional<String> origin(@Nullable String text) {
        try {
            var uri = URI.create(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            var secure = uri.getScheme().equals("https") || uri.getScheme().equals("wss");
            var port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
            return Optional.of((secure ? "https://" : "http://") + uri.getHost() + ":" + port);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
