package io.baton.leave;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files that prove something. Stored before the request is made, by its applicant, and given to one request. Refuses what
 * is larger than 5 MiB or, by its content, neither PDF nor PNG nor JPEG, and what the virus scanner
 * objects to or cannot look into.
 */
@Component
@Transactional(readOnly = true)
public class Attachments {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final Duration LOOSE = Duration.ofDays(1);
    private static final String COLUMNS = "select id, name, type, size, sha256 from leave_attachment ";

    /** A file as it is given out. */
    public record File(Attachment attachment, byte[] content) {}

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final Leaves leaves;
    private final Clock clock;
    private final VirusScanner scanner;
    private final TransactionOperations transactions;

    Attachments(
            JdbcClient jdbc,
            CurrentActor current,
            Leaves leaves,
            Clock clock,
            VirusScanner scanner,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.current = current;
        this.leaves = leaves;
        this.clock = clock;
        this.scanner = scanner;
        this.transactions = transactions;
    }

    /** Outside of a transaction until the scanner has answered, so that a slow one holds no connection. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Attachment store(String name, byte[] content) {
        var owner = current.get();
        owner.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        if (content.length == 0) {
            throw Problem.invalid("file", "must not be empty");
        }
        if (content.length > MOST_BYTES) {
            throw Problem.of(413, "too_large", Map.of());
        }
        var type = FileType.of(content).orElseThrow(() -> Problem.invalid("file", "only PDF, PNG and JPEG"));
        var stored = new Attachment(Ids.next(), plain(name), type.mediaType(), content.length, sha256(content));
        scanner.check(content);
        transactions.executeWithoutResult(status -> insert(owner.id(), stored, content));
        return stored;
    }

    private void insert(String owner, Attachment stored, byte[] content) {
        removeLoose(owner);
        jdbc.sql("""
                insert into leave_attachment (id, owner, name, type, size, sha256, content, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(stored.id(), owner, stored.name(), stored.type(), stored.size(), stored.sha256())
                .param(content)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The files of a request the current actor may see. */
    public List<Attachment> of(LeaveRequest leave) {
        return jdbc.sql(COLUMNS + "where leave_id = ? order by id")
                .param(leave.id())
                .query(Attachments::read)
                .list();
    }

    /** A file of a request, or 404; 403 when the request is none of the reader's business. */
    public File open(String leaveId, String attachmentId) {
        var leave = leaves.get(leaveId);
        return jdbc.sql("select * from leave_attachment where leave_id = ? and id = ?")
                .params(leave.id(), Ids.parse(attachmentId, "attachment_unknown"))
                .query((row, number) -> new File(read(row, number), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("attachment_unknown"));
    }

    /** Gives files to a request: the applicant's own, which no other request has. */
    void give(LeaveRequest leave, List<UUID> files) {
        var ids = files.stream().distinct().toList();
        int given = jdbc.sql("update leave_attachment set leave_id = ? where id = any(?) and owner = ?"
                        + " and leave_id is null")
                .param(leave.id())
                .param(ids.toArray(UUID[]::new))
                .param(leave.applicant().id())
                .update();
        if (given != ids.size()) {
            throw Problem.invalid("attachments", "unknown or already used");
        }
    }

    /** Files that were stored a day ago and never given to a request are of no use to anybody. */
    private void removeLoose(String owner) {
        jdbc.sql("delete from leave_attachment where owner = ? and leave_id is null and created_at < ?")
                .params(owner, clock.instant().minus(LOOSE).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last part of the name, without what a file system or a header would stumble over. */
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
        var some = clean.isEmpty() ? "file" : clean;
        return some.length() <= LONGEST_NAME ? some : some.substring(some.length() - LONGEST_NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getInt("size"),
                row.getString("sha256"));
    }
}
