package io.baton.chat;

import io.baton.identity.TenantSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a company vouches for the id of its customer: HMAC-SHA-256 of the id in hexadecimal, keyed by the tenant's
 * setting {@value #SECRET}. Of a VIP the company signs the id followed by a line {@code vip} instead. Without such a
 * setting nothing is proved.
 */
public final class CustomerSignature {

    public static final String SECRET = "widget.secret";

    private static final String VIP = "\nvip";

    private CustomerSignature() {}

    public static boolean proves(TenantSettings settings, @Nullable String id, @Nullable String signature) {
        return isId(id) && isSigned(settings, id, signature);
    }

    /** Whether the company vouches for the id, and for its customer being a VIP as well. */
    public static boolean provesVip(TenantSettings settings, @Nullable String id, @Nullable String signature) {
        return isId(id) && isSigned(settings, id + VIP, signature);
    }

    /** One line: else an id could be read as that of a VIP. */
    private static boolean isId(@Nullable String id) {
        return id != null && !id.isBlank() && id.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isSigned(TenantSettings settings, @Nullable String text, @Nullable String signature) {
        var secret = settings.text(SECRET, "");
        return text != null
                && signature != null
                && !secret.isBlank()
                && MessageDigest.isEqual(
                        of(text, secret).getBytes(StandardCharsets.US_ASCII),
                        signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static String of(String id, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
