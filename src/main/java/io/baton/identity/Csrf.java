package io.baton.identity;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Our protection against forged requests; the names differ from those of the engine's own, which share the address. */
final class Csrf {

    static final String COOKIE = "BATON-CSRF";
    static final String HEADER = "X-Baton-CSRF";

    private Csrf() {}

    /** A cookie that only pages of this address can read and send back as a header. */
    static CsrfTokenRepository cookie() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieName(COOKIE);
        repository.setHeaderName(HEADER);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** Writes the cookie with the first answer, not with the first form. */
    static CsrfTokenRequestAttributeHandler header() {
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }
}
