package io.baton.chat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.baton.identity.Visitor;
import io.baton.identity.VisitorAuthenticator;
import io.baton.kernel.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The tokens of customers: signed with the installation's widget secret and good for {@link #LIFETIME}. Refuses whatever
 * is not signed by it, is over, or is no token of a visitor.
 */
@Component
public class VisitorTokens implements VisitorAuthenticator {

    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /** How long after its end a token still gets its customer a new one. */
    public static final Duration RENEWABLE = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(VisitorTokens.class);
    private static final String ISSUER = "baton-widget";

    private final byte[] key;
    private final Clock clock;

    /** A token and its end. */
    public record Issued(String token, Instant expiresAt) {}

    VisitorTokens(@Value("${baton.widget.secret:}") String secret, Clock clock) {
        this.key = secret.isBlank() ? random() : digest(secret);
        this.clock = clock;
    }

    public Issued issue(Visitor visitor) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var end = now.plus(LIFETIME);
        var token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(visitor.id())
                        .claim("tenant", visitor.tenant().id())
                        .claim("name", visitor.name())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(end))
                        .build());
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Issued(token.serialize(), end);
    }

    @Override
    public Optional<Carrier> authenticate(String token) {
        return claims(token, Duration.ZERO)
                .flatMap(claims -> visitor(claims)
                        .map(visitor ->
                                new Carrier(visitor, claims.getExpirationTime().toInstant())));
    }

    /** The visitor of a token that is good, or was until at most {@link #RENEWABLE} ago: good for a new token only. */
    public Optional<Visitor> renewing(String token) {
        return claims(token, RENEWABLE).flatMap(VisitorTokens::visitor);
    }

    private Optional<JWTClaimsSet> claims(String text, Duration late) {
        try {
            var token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            var claims = token.getJWTClaimsSet();
            var end = claims.getExpirationTime();
            var valid = ISSUER.equals(claims.getIssuer())
                    && end != null
                    && end.toInstant().plus(late).isAfter(clock.instant());
            return valid ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Visitor> visitor(JWTClaimsSet claims) {
        try {
            var id = UUID.fromString(claims.getSubject()).toString();
            return Optional.of(
                    new Visitor(new Tenant(claims.getStringClaim("tenant")), id, claims.getStringClaim("name")));
        } catch (ParseException | IllegalArgumentException | NullPointerException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] random() {
        log.warn("baton.widget.secret is not set: the tokens of customers end with this process");
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("baton visitor tokens " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
