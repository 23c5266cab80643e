package io.baton.chat;

import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out files to whoever may read the messages that brought them, and to nobody else. */
@Component
@Transactional(readOnly = true)
public class Files {

    private final FileTable table;
    private final History history;

    Files(FileTable table, History history) {
        this.table = table;
        this.history = history;
    }

    /** The file, or 404 {@code file_unknown}; 403 for staff when its conversation is none of theirs. */
    public StoredFile get(UUID id) {
        var posted = table.find(id).orElseThrow(() -> Problem.notFound("file_unknown"));
        var readable = history.after(posted.file().conversationId(), posted.seq() - 1, 1);
        if (readable.isEmpty()) {
            throw Problem.forbidden("not_yours");
        }
        return posted.file();
    }

    /** The bytes of a file that {@link #get} gave. */
    public byte[] content(StoredFile file) {
        return bytes(file, FileTable.Bytes.ORIGINAL);
    }

    /** The small copy of a picture; 404 for all other files. */
    public byte[] thumbnail(StoredFile file) {
        return bytes(file, FileTable.Bytes.THUMBNAIL);
    }

    private byte[] bytes(StoredFile file, FileTable.Bytes kind) {
        return table.bytes(file.id(), kind).orElseThrow(() -> Problem.notFound("file_unknown"));
    }
}
