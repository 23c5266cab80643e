package io.baton.chat.web;

import io.baton.chat.Files;
import io.baton.chat.Message;
import io.baton.chat.StoredFile;
import io.baton.chat.Uploads;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/** Takes files into conversations and gives them out; given out, a file is a download and never a page. */
@RestController
class FileController {

    /** Whatever a browser makes of the bytes, it runs nothing and loads nothing. */
    private static final String NOTHING = "default-src 'none'; sandbox";

    private final Uploads uploads;
    private final Files files;

    FileController(Uploads uploads, Files files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** @param message the client's UUID of the message, as {@code id}; the same again is the same message */
    @PostMapping(path = "/api/v1/conversations/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Message send(
            @PathVariable("id") String conversation,
            @RequestParam("id") UUID message,
            @RequestPart MultipartFile file) {
        try {
            return uploads.send(
                    ConversationController.id(conversation),
                    message,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    file.getBytes());
        } catch (IOException cutOff) {
            throw Problem.unreadable("unreadable");
        }
    }

    @GetMapping("/api/v1/files/{id}")
    @Nullable
    ResponseEntity<byte[]> open(@PathVariable String id, WebRequest request) {
        var file = get(id);
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return answer(file, file.contentType(), disposition, files::content, request);
    }

    @GetMapping("/api/v1/files/{id}/thumbnail")
    @Nullable
    ResponseEntity<byte[]> thumbnail(@PathVariable String id, WebRequest request) {
        var file = get(id);
        var type = file.thumbnailType();
        if (type == null) {
            throw Problem.notFound("file_unknown");
        }
        return answer(file, type, ContentDisposition.inline().build(), files::thumbnail, request);
    }

    private StoredFile get(String id) {
        return files.get(Ids.parse(id, "file_unknown"));
    }

    /** A browser keeps its copy but asks each time whether it may still show it. */
    private static @Nullable ResponseEntity<byte[]> answer(
            StoredFile file,
            String type,
            ContentDisposition disposition,
            Function<StoredFile, byte[]> content,
            WebRequest request) {
        if (request.checkNotModified("\"" + file.sha256() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(content.apply(file));
    }
}
