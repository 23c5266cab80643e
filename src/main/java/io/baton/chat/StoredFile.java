package io.baton.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent in a conversation, without its bytes.
 *
 * @param messageId the sender's id of the message that brought it
 * @param size in bytes
 * @param width in pixels, for pictures only, as they are shown
 * @param thumbnailType the media type of the small copy, which pictures have
 */
public record StoredFile(
        UUID id,
        UUID conversationId,
        UUID messageId,
        String name,
        String contentType,
        int size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbnailType) {

    /** The content type of the message that brings a file; only Baton writes such messages. */
    public static final String MESSAGE = "application/vnd.baton.file+json";

    /** What its message says, as JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Note(
            UUID fileId,
            String name,
            String contentType,
            int size,
            @Nullable Integer width,
            @Nullable Integer height,
            boolean thumbnail) {}

    Note note() {
        return new Note(id, name, contentType, size, width, height, thumbnailType != null);
    }
}
