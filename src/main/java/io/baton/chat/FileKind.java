package io.baton.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that can be told by their content, and how their names end. */
enum FileKind {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jfif"),
    GIF("image/gif", "gif"),
    PDF("application/pdf", "pdf"),
    TXT("text/plain", "txt", "log", "csv", "md"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    static Optional<FileKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    List<String> endings() {
        return endings;
    }

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /** The name with an ending of this kind; empty when the name has the ending of another kind. */
    Optional<String> named(String name) {
        var dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.of(name + "." + endings.getFirst());
        }
        return endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                ? Optional.of(name)
                : Optional.empty();
    }
}
