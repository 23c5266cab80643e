package io.baton.chat;

import io.baton.identity.HandshakeIdentity;
import io.baton.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who a request is from and until when that holds: by bearer token in the header, or else by browser session. */
@Component
public class Credentials {

    private static final String BEARER = "Bearer ";

    private final HandshakeIdentity identity;

    Credentials(HandshakeIdentity identity) {
        this.identity = identity;
    }

    public Optional<SignedIn> of(HttpServletRequest request) {
        return header(request).map(this::ofBearer).orElseGet(() -> ofSession(request));
    }

    public Optional<SignedIn> ofSession(HttpServletRequest request) {
        return identity.ofSession(request);
    }

    public Optional<SignedIn> ofBearer(String token) {
        return identity.ofBearer(token);
    }

    /** The token of the Authorization header. */
    public static Optional<String> header(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
