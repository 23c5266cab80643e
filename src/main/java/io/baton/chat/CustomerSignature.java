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
 * setting {@value #SECRET}. Without such a setting nothing is proved.
 */
public final class CustomerSignature {

    public static final String SECRET = "widget.secret";

    private CustomerSignature() {}

    public static boolean proves(TenantSettings settings, @Nullable String id, @Nullable String signature) {
        var secret = settings.text(SECRET, "");
        if (id == null || id.isBlank() || signature == null || secret.isBlank()) {
            return false;
        }
        return MessageDigest.isEqual(
                of(id, secret).getBytes(StandardCharsets.US_ASCII),
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
