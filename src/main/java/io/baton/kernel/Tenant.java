package io.baton.kernel;

import java.util.regex.Pattern;

/** A company on this installation; refuses ids that are not 2 to 31 lower-case letters, digits or hyphens. */
public record Tenant(String id) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public Tenant {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not a tenant id: " + id);
        }
    }

    /** Whether a text from outside may be a tenant's id. */
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return id;
    }
}
