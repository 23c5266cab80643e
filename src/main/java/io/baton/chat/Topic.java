package io.baton.chat;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a conversation is about. */
public record Topic(@Nullable String subject, @Nullable String category) {

    @Override
    public String toString() {
        return Stream.of(subject, category).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
