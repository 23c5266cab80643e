package io.baton.chat;

import io.baton.kernel.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks into a file before it is kept. Refuses with 413 what is too large, and with 422 what is empty, of a kind that is
 * not taken, damaged, or of another kind than its name says.
 */
@Component
class FileInspection {

    private static final Set<String> PACKED = Set.of("application/zip", "application/x-tika-ooxml");
    /** A text in an encoding of Chinese has no marks by which it could be told. */
    private static final Set<String> TEXTS = Set.of("text/plain", "application/octet-stream");

    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final String CONTROLS_OF_TEXT = "\t\n\f\r\u001B";
    private static final String MACROS = "vbaProject.bin";

    private final FileLimits limits;
    private final Tika tika = new Tika();

    /** What was found; a picture only for kinds that are pictures. */
    record Inspected(String name, FileKind kind, @Nullable Picture picture) {}

    FileInspection(FileLimits limits) {
        this.limits = limits;
    }

    Inspected inspect(String name, byte[] content) {
        if (content.length == 0) {
            throw Problem.invalid("file", "must not be empty");
        }
        if (content.length > limits.size().toBytes()) {
            throw Problem.of(413, "too_large", Map.of());
        }
        var kind = kind(content)
                .filter(limits.types()::contains)
                .orElseThrow(() -> Problem.of(422, "file_type_refused", Map.of("types", limits.types())));
        var named = kind.named(FileNames.clean(name)).orElseThrow(() -> Problem.of(422, "file_type_lies", Map.of()));
        return new Inspected(named, kind, kind.isPicture() ? Picture.of(content, kind, limits.pixels()) : null);
    }

    private Optional<FileKind> kind(byte[] content) {
        var type = tika.detect(content);
        if (PACKED.contains(type)) {
            return packed(ZipListing.of(content));
        }
        if (TEXTS.contains(type)) {
            return isText(content) ? Optional.of(FileKind.TXT) : Optional.empty();
        }
        return FileKind.of(type);
    }

    /** Documents of offices are ZIP files with known contents; those that carry programs are not taken at all. */
    private static Optional<FileKind> packed(Set<String> names) {
        if (names.isEmpty() || names.stream().anyMatch(name -> name.endsWith(MACROS))) {
            return Optional.empty();
        }
        if (!names.contains("[Content_Types].xml")) {
            return Optional.of(FileKind.ZIP);
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(FileKind.DOCX);
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(FileKind.XLSX);
        }
        return names.contains("ppt/presentation.xml") ? Optional.of(FileKind.PPTX) : Optional.empty();
    }

    private static boolean isText(byte[] content) {
        for (byte one : content) {
            if (one >= 0 && one < ' ' && CONTROLS_OF_TEXT.indexOf(one) < 0) {
                return false;
            }
        }
        return ENCODINGS.stream().anyMatch(encoding -> decodes(content, encoding));
    }

    private static boolean decodes(byte[] content, Charset encoding) {
        try {
            encoding.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
