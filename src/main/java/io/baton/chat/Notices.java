package io.baton.chat;

import io.baton.identity.AfterCommit;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.NoticeRaised;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what people are to be told until they read it; stored in the transaction that raised it, shown after. */
@Component
public class Notices {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TenantScope scope;
    private final CurrentActor current;
    private final NoticeBoard board;
    private final Clock clock;

    /** What a person is told, in that person's language. */
    public record Notice(UUID noticeId, String kind, String title, String link, Instant at, boolean read) {}

    Notices(
            JdbcClient jdbc,
            TransactionOperations transactions,
            TenantScope scope,
            CurrentActor current,
            NoticeBoard board,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.scope = scope;
        this.current = current;
        this.board = board;
        this.clock = clock;
    }

    @EventListener
    void on(NoticeRaised event) {
        var id = Ids.next();
        scope.run(
                event.tenant(),
                () -> transactions.executeWithoutResult(status -> {
                    store(id, event);
                    AfterCommit.run(() -> board.show(id, event));
                }));
    }

    /** The notices of the current actor, newest first; all of them or only those that were not read. */
    @Transactional(readOnly = true)
    public Page<Notice> list(Locale locale, boolean unread, int limit, @Nullable UUID before) {
        var title = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en";
        List<Notice> found = jdbc.sql("""
                        select * from notice where person = ? and id < ? and (read_at is null or not ?)
                        order by id desc limit ?
                        """)
                .params(current.get().id(), before == null ? NEWEST : before, unread, limit + 1)
                .query((row, number) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString(title),
                        row.getString("link"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("read_at") != null))
                .list();
        return Page.cut(found, limit, notice -> notice.noticeId().toString());
    }

    /** Marks one of the actor's own notices as read, or 404 {@code notice_unknown}. */
    @Transactional
    public void read(UUID id) {
        var found = jdbc.sql("update notice set read_at = coalesce(read_at, ?) where id = ? and person = ?")
                .params(Timestamp.from(clock.instant()), id, current.get().id())
                .update();
        if (found == 0) {
            throw Problem.notFound("notice_unknown");
        }
    }

    @Transactional
    public void readAll() {
        jdbc.sql("update notice set read_at = ? where person = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), current.get().id())
                .update();
    }

    private void store(UUID id, NoticeRaised event) {
        jdbc.sql("""
                        insert into notice (id, tenant_id, person, kind, zh, en, link, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        event.tenant().id(),
                        event.person(),
                        event.kind(),
                        event.zh(),
                        event.en(),
                        event.link(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
