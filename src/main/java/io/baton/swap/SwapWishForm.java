package io.baton.swap;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wishes: which own shift to give away, and for which others. */
public record SwapWishForm(
        UUID gives, SwapWish.Takes takes, @Nullable String comment) {

    public SwapWishForm {
        comment = Words.read(comment);
    }
}
