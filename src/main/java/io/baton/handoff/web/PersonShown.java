package io.baton.handoff.web;

import io.baton.handoff.Names;
import org.jspecify.annotations.Nullable;

/** Somebody of the staff, as clients see one. */
record PersonShown(String id, String name) {

    static @Nullable PersonShown of(@Nullable String id, Names names) {
        return id == null ? null : new PersonShown(id, names.of(id));
    }
}
