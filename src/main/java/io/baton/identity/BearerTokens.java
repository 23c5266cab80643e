package io.baton.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Judges bearer tokens: a visitor's own token, or one of Keycloak with our issuer and our audience. Goes on with the
 * last known keys while Keycloak is away.
 */
@Component
class BearerTokens implements AuthenticationManager {

    private static final String AUDIENCE = "baton-api";
    private static final int TIMEOUT = (int) Duration.ofSeconds(3).toMillis();

    private final ObjectProvider<VisitorAuthenticator> visitors;
    private final JwtAuthenticationProvider staff;

    BearerTokens(KeycloakSettings keycloak, Authorities authorities, ObjectProvider<VisitorAuthenticator> visitors) {
        this.visitors = visitors;
        staff = new JwtAuthenticationProvider(decoder(keycloak));
        staff.setJwtAuthenticationConverter(jwt -> new JwtAuthenticationToken(
                jwt, authorities.of(jwt.getClaims()), jwt.getClaimAsString("preferred_username")));
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var token = ((BearerTokenAuthenticationToken) request).getToken();
        return visitors.stream()
                .flatMap(visitor -> visitor.authenticate(token).stream())
                .findFirst()
                .<Authentication>map(VisitorAuthentication::new)
                .orElseGet(() -> staff(request));
    }

    private Authentication staff(Authentication request) {
        try {
            return staff.authenticate(request);
        } catch (AuthenticationServiceException unverifiable) {
            if (isAskedTooOften(unverifiable)) {
                throw new InvalidBearerTokenException("the token names an unknown key", unverifiable);
            }
            throw new KeysUnavailable(unverifiable);
        }
    }

    /** Keycloak was asked for new keys a moment ago and did not have this one. */
    private static boolean isAskedTooOften(Throwable failure) {
        return failure instanceof RateLimitReachedException
                || (failure.getCause() != null && isAskedTooOften(failure.getCause()));
    }

    /** The keys of Keycloak were never read, so no token can be judged. */
    static final class KeysUnavailable extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        KeysUnavailable(Throwable cause) {
            super("the keys of Keycloak are not known", cause);
        }
    }

    private static JwtDecoder decoder(KeycloakSettings keycloak) {
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        url(keycloak.endpoint("certs")), new DefaultResourceRetriever(TIMEOUT, TIMEOUT))
                .retrying(true)
                .outageTolerantForever()
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(keycloak.issuer()),
                new JwtAudienceValidator(AUDIENCE)));
        return decoder;
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException | IllegalArgumentException malformed) {
            throw new IllegalStateException("baton.keycloak.url is no address: " + text, malformed);
        }
    }
}
