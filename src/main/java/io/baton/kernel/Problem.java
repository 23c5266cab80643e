package io.baton.kernel;

import java.util.List;
import java.util.Map;

/**
 * A refusal that reaches the caller as RFC 9457 problem details or as an ERROR frame; its code is stable, its text is
 * looked up as {@code problem.<code>} in the caller's language.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> properties;

    private Problem(int status, String code, Map<String, Object> properties) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    public static Problem of(int status, String code, Map<String, Object> properties) {
        return new Problem(status, code, properties);
    }

    /** 400: the request cannot be understood. */
    public static Problem unreadable(String code) {
        return new Problem(400, code, Map.of());
    }

    /** 401: nobody is signed in. */
    public static Problem unauthenticated() {
        return new Problem(401, "unauthenticated", Map.of());
    }

    /** 403: the role may not do this. */
    public static Problem forbidden(String code) {
        return new Problem(403, code, Map.of());
    }

    /** 404: it does not exist, or belongs to another tenant. */
    public static Problem notFound(String code) {
        return new Problem(404, code, Map.of());
    }

    /** 409: the state of things does not allow it. */
    public static Problem conflict(String code) {
        return new Problem(409, code, Map.of());
    }

    /** 409 with the reasons of rules as {@code conflicts}. */
    public static Problem conflict(String code, List<?> conflicts, Map<String, Object> more) {
        var properties = new java.util.HashMap<>(more);
        properties.put("conflicts", conflicts);
        return new Problem(409, code, properties);
    }

    /** 422: a field has a value it must not have. */
    public static Problem invalid(String field, String message) {
        return new Problem(422, "invalid", Map.of("violations", List.of(Map.of("field", field, "message", message))));
    }

    /** 429: too often; the caller may try again after the given seconds. */
    public static Problem tooMany(String code, long retryAfterSeconds) {
        return new Problem(429, code, Map.of("retryAfterSeconds", retryAfterSeconds));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Further members of the problem document, for example {@code conflicts} or {@code violations}. */
    public Map<String, Object> properties() {
        return properties;
    }
}
