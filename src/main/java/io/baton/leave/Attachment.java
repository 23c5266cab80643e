package io.baton.leave;

import java.util.UUID;

/**
 * A file that belongs to a request, without its content.
 *
 * @param type media type as its content shows it
 * @param size in bytes, at most 5 MiB
 */
public record Attachment(UUID id, String name, String type, int size, String sha256) {}
