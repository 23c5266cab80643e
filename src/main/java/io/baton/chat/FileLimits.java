package io.baton.chat;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files may be sent in conversations.
 *
 * @param size of one file; the server's own bound for uploads, {@code spring.servlet.multipart}, must not be smaller
 * @param perMinute files of one person in one conversation
 * @param pixels of one picture, so that a small file cannot become a huge picture
 * @param types kinds that are taken; ZIP is known too, but taken only when it is named here
 */
@ConfigurationProperties("baton.limits.files")
record FileLimits(
        @DefaultValue("5MB") DataSize size,
        @DefaultValue("20") int perMinute,
        @DefaultValue("25000000") long pixels,

        @DefaultValue({"PNG", "JPEG", "GIF", "PDF", "TXT", "DOCX", "XLSX", "PPTX"})
        Set<FileKind> types) {

    FileLimits {
        types = Set.copyOf(types);
    }
}
