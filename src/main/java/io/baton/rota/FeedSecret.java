package io.baton.rota;

import io.baton.kernel.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What opens a feed: the tenant and 256 random bits. It is never kept, only its hash is; and it never prints itself. */
final class FeedSecret {

    private static final Pattern SHAPE = Pattern.compile("([a-z][a-z0-9-]{1,30})\\.[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final Tenant tenant;

    private FeedSecret(String text, Tenant tenant) {
        this.text = text;
        this.tenant = tenant;
    }

    static FeedSecret create(Tenant tenant) {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new FeedSecret(
                tenant.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bits), tenant);
    }

    /** The secret in a text from outside; nothing when it cannot be one. */
    static Optional<FeedSecret> parse(String text) {
        var match = SHAPE.matcher(text);
        return match.matches() ? Optional.of(new FeedSecret(text, new Tenant(match.group(1)))) : Optional.empty();
    }

    Tenant tenant() {
        return tenant;
    }

    /** For the one who is shown it once. */
    String reveal() {
        return text;
    }

    /** Tells it from others where it must not be read. */
    String fingerprint() {
        return HexFormat.of().formatHex(hash(), 0, 16);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "FeedSecret of " + tenant;
    }
}
