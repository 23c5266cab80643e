package io.baton.chat;

import io.baton.chat.FileInspection.Inspected;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps inspected files; one whose message never came is removed after an hour. */
@Component
class FileStore {

    private static final Logger log = LoggerFactory.getLogger(FileStore.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration LOOSE = Duration.ofHours(1);

    private final FileTable table;
    private final FileLimits limits;
    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final Clock clock;

    FileStore(FileTable table, FileLimits limits, TenantCatalog tenants, TenantScope scope, Clock clock) {
        this.table = table;
        this.limits = limits;
        this.tenants = tenants;
        this.scope = scope;
        this.clock = clock;
    }

    boolean knows(UUID conversation, UUID message) {
        return table.knows(conversation, message);
    }

    /** Passes when the party may send one more file now; otherwise 429 {@code slow_down}. */
    void requireRoom(UUID conversation, Party party) {
        if (table.countSince(conversation, party, clock.instant().minus(WINDOW)) >= limits.perMinute()) {
            throw Problem.tooMany("slow_down", WINDOW.toSeconds());
        }
    }

    /** The file of this message; what came first with the same message id counts. */
    @Transactional
    public StoredFile keep(UUID conversation, UUID message, Party party, Inspected inspected, byte[] content) {
        var picture = inspected.picture();
        var draft = new StoredFile(
                Ids.next(),
                conversation,
                message,
                inspected.name(),
                inspected.kind().mediaType(),
                content.length,
                sha256(content),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                picture == null ? null : picture.thumbnailKind().mediaType());
        var kept = table.add(draft, party, clock.instant()).orElseThrow(() -> Problem.conflict("id_taken"));
        if (kept.id().equals(draft.id())) {
            table.keep(kept.id(), FileTable.Bytes.ORIGINAL, content);
            if (picture != null) {
                table.keep(kept.id(), FileTable.Bytes.THUMBNAIL, picture.thumbnail());
            }
        }
        return kept;
    }

    /** Whether the message that has come is that of the file. */
    boolean posted(StoredFile file) {
        return table.posted(file.id());
    }

    @Scheduled(fixedDelayString = "${baton.chat.file-sweep:PT10M}", initialDelayString = "PT1M")
    void sweep() {
        sweep(clock.instant().minus(LOOSE));
    }

    void sweep(Instant before) {
        for (var tenant : tenants.all()) {
            var removed = scope.call(tenant, () -> table.sweep(before));
            if (removed > 0) {
                log.info("removed {} files of {} that no message brought", removed, tenant);
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
