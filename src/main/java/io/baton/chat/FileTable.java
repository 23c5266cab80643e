package io.baton.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of files and, apart from them, their bytes. */
@Repository
@Transactional
class FileTable {

    private static final String MESSAGE = """
            select from message m where m.conversation_id = file.conversation_id and m.client_id = file.message_id
                and m.content_type = 'application/vnd.baton.file+json'
            """;

    private final JdbcClient jdbc;

    /** Which bytes of a file. */
    enum Bytes {
        ORIGINAL,
        THUMBNAIL
    }

    /** A file and the place of its message in the conversation. */
    record Posted(StoredFile file, long seq) {}

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the file, or finds the one that came with the same message before and lets the sweep wait for it anew; empty
     * when that one came from somebody else.
     */
    Optional<StoredFile> add(StoredFile file, Party party, Instant now) {
        return jdbc.sql("""
                        insert into file (id, conversation_id, message_id, party_kind, party_id, name, content_type, size,
                            sha256, width, height, thumbnail_type, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (conversation_id, message_id) do update set created_at = excluded.created_at
                            where file.party_kind = excluded.party_kind and file.party_id = excluded.party_id
                        returning *
                        """)
                .params(
                        file.id(),
                        file.conversationId(),
                        file.messageId(),
                        party.kind().name(),
                        party.id(),
                        file.name(),
                        file.contentType(),
                        file.size(),
                        file.sha256(),
                        file.width(),
                        file.height(),
                        file.thumbnailType(),
                        Timestamp.from(now))
                .query(FileTable::file)
                .optional();
    }

    void keep(UUID file, Bytes kind, byte[] bytes) {
        jdbc.sql("insert into file_content (file_id, kind, bytes) values (?, ?, ?)")
                .params(file, kind.name(), bytes)
                .update();
    }

    Optional<byte[]> bytes(UUID file, Bytes kind) {
        return jdbc.sql("select bytes from file_content where file_id = ? and kind = ?")
                .params(file, kind.name())
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    /** Only one whose message was stored. */
    Optional<Posted> find(UUID id) {
        return jdbc.sql("""
                        select f.*, m.seq from file f
                        join message m on m.conversation_id = f.conversation_id and m.client_id = f.message_id
                        where f.id = ?
                        """)
                .param(id)
                .query((row, number) -> new Posted(file(row, number), row.getLong("seq")))
                .optional();
    }

    boolean knows(UUID conversation, UUID message) {
        return jdbc.sql("select exists (select from file where conversation_id = ? and message_id = ?)")
                .params(conversation, message)
                .query(Boolean.class)
                .single();
    }

    int countSince(UUID conversation, Party party, Instant since) {
        return jdbc.sql("""
                        select count(*) from file
                        where conversation_id = ? and party_kind = ? and party_id = ? and created_at > ?
                        """)
                .params(conversation, party.kind().name(), party.id(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Remembers that the message has come; false when the one that has its id brings no file. */
    boolean posted(UUID id) {
        return jdbc.sql("update file set posted = true where id = ? and exists (" + MESSAGE + ")")
                        .param(id)
                        .update()
                == 1;
    }

    /** Removes files from before the instant whose message never came, and remembers those whose message did. */
    int sweep(Instant before) {
        jdbc.sql("update file set posted = true where not posted and created_at < ? and exists (" + MESSAGE + ")")
                .param(Timestamp.from(before))
                .update();
        return jdbc.sql("delete from file where not posted and created_at < ? and not exists (" + MESSAGE + ")")
                .param(Timestamp.from(before))
                .update();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getString("name"),
                row.getString("content_type"),
                row.getInt("size"),
                row.getString("sha256"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getString("thumbnail_type"));
    }
}
