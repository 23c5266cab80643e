package io.baton.identity.web;

import io.baton.kernel.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose content was read to compare it with an earlier one; uploads are compared by address and length. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private static final int LONGEST = 1 << 20;

    private final byte @Nullable [] content;
    private final String hash;

    private RepeatableRequest(HttpServletRequest request, byte @Nullable [] content) {
        super(request);
        this.content = content;
        this.hash = hash(request, content);
    }

    /** Reads the content, or refuses with 413 {@code too_large}. */
    static RepeatableRequest of(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        boolean upload = type != null && type.startsWith("multipart/");
        if (upload) {
            return new RepeatableRequest(request, null);
        }
        var content = request.getInputStream().readNBytes(LONGEST + 1);
        if (content.length > LONGEST) {
            throw Problem.of(413, "too_large", Map.of());
        }
        return new RepeatableRequest(request, content);
    }

    String hash() {
        return hash;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return content == null ? super.getInputStream() : new Content(new ByteArrayInputStream(content));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return content == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static String hash(HttpServletRequest request, byte @Nullable [] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var address = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
            digest.update(address.getBytes(StandardCharsets.UTF_8));
            digest.update(
                    content == null
                            ? Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8)
                            : content);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Content extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Content(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the content is read without waiting");
        }
    }
}
