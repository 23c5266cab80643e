package io.baton.rota.web;

import io.baton.identity.Problems;
import io.baton.kernel.Problem;
import io.baton.rota.PublicFeeds;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Feeds at their secret address, for whoever has it; the address is in no answer and in no log. */
@RestController
class IcalController {

    private static final Logger log = LoggerFactory.getLogger(IcalController.class);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final URI FEEDS = URI.create("/ical");
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PublicFeeds feeds;
    private final Problems problems;

    IcalController(PublicFeeds feeds, Problems problems) {
        this.feeds = feeds;
        this.problems = problems;
    }

    @GetMapping("/ical/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret, HttpServletRequest request) {
        return feeds.read(secret, request.getRemoteAddr())
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                        .eTag('"' + digest(text) + '"')
                        .header("X-Content-Type-Options", "nosniff")
                        .header("X-Robots-Tag", "noindex")
                        .header("Referrer-Policy", "no-referrer")
                        .body(text))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** Without the address, which the general answer tells. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem refusal, HttpServletRequest request) {
        var detail = problems.detail(refusal, request);
        detail.setInstance(FEEDS);
        var answer = ResponseEntity.status(refusal.status()).cacheControl(CacheControl.noStore());
        if (refusal.properties().get("retryAfterSeconds") instanceof Long seconds) {
            answer.header("Retry-After", seconds.toString());
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
    }

    /** Before the general answer to failures, which tells and logs the address. */
    @ExceptionHandler
    ResponseEntity<Void> failed(Exception failure) {
        log.error("a feed cannot be read", failure);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
