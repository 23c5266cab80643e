package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuickReplyTable {

    private static final String VISIBLE = """
            from quick_reply
            where (scope = 'TENANT' or (scope = 'PERSONAL' and owner = :me)
                    or (scope = 'DEPARTMENT' and (:all or owner = :department)))
            """;

    private static final String LIST = "select * " + VISIBLE + """
                and (:scope::text is null or scope = :scope)
                and (:category::text is null or category = :category)
                and (:text::text is null or title ilike :text or shortcut ilike :text or body ilike :text)
                and (:cursor::uuid is null or (category, title, id)
                    > (select category, title, id from quick_reply where id = :cursor))
            order by category, title, id limit :limit
            """;

    private final JdbcClient jdbc;

    QuickReplyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<QuickReply> list(Actor reader, QuickReplies.Query query, int limit) {
        return jdbc.sql(LIST)
                .param("me", reader.id())
                .param("all", reader.is(Role.ADMIN))
                .param("department", reader.department())
                .param("scope", query.scope() == null ? null : query.scope().name())
                .param("category", query.category())
                .param("text", query.text() == null ? null : pattern(query.text()))
                .param("cursor", query.cursor())
                .param("limit", limit)
                .query(QuickReplyTable::read)
                .list();
    }

    List<QuickReplies.Category> categories(Actor reader) {
        return jdbc.sql("select category, count(*) replies " + VISIBLE + "group by category order by category")
                .param("me", reader.id())
                .param("all", reader.is(Role.ADMIN))
                .param("department", reader.department())
                .query((row, number) -> new QuickReplies.Category(row.getString("category"), row.getInt("replies")))
                .list();
    }

    /** All of one owner, by category and title. */
    List<QuickReply> of(QuickReply.Scope scope, @Nullable String owner) {
        return jdbc.sql("select * from quick_reply where scope = ? and owner = ? order by category, title, id")
                .params(scope.name(), owner == null ? "" : owner)
                .query(QuickReplyTable::read)
                .list();
    }

    Optional<QuickReply> find(UUID id) {
        return jdbc.sql("select * from quick_reply where id = ?")
                .param(id)
                .query(QuickReplyTable::read)
                .optional();
    }

    /** False when another one of the same owner has the shortcut. */
    boolean insert(QuickReply reply) {
        return jdbc.sql("""
                        insert into quick_reply
                            (id, scope, owner, category, title, shortcut, body, version, updated_by, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                reply.id(),
                                reply.scope().name(),
                                reply.owner() == null ? "" : reply.owner(),
                                reply.category(),
                                reply.title(),
                                reply.shortcut(),
                                reply.body(),
                                reply.version(),
                                reply.updatedBy(),
                                Timestamp.from(reply.updatedAt()))
                        .update()
                == 1;
    }

    /** False when it is no longer the version before. */
    boolean update(QuickReply reply) {
        return jdbc.sql("""
                        update quick_reply set category = ?, title = ?, shortcut = ?, body = ?, version = ?,
                            updated_by = ?, updated_at = ?
                        where id = ? and version = ?
                        """)
                        .params(
                                reply.category(),
                                reply.title(),
                                reply.shortcut(),
                                reply.body(),
                                reply.version(),
                                reply.updatedBy(),
                                Timestamp.from(reply.updatedAt()),
                                reply.id(),
                                reply.version() - 1)
                        .update()
                == 1;
    }

    /** False when it is no longer this version. */
    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from quick_reply where id = ? and version = ?")
                        .params(id, version)
                        .update()
                == 1;
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static QuickReply read(ResultSet row, int number) throws SQLException {
        var owner = row.getString("owner");
        return new QuickReply(
                row.getObject("id", UUID.class),
                QuickReply.Scope.valueOf(row.getString("scope")),
                owner.isEmpty() ? null : owner,
                row.getString("category"),
                row.getString("title"),
                row.getString("shortcut"),
                row.getString("body"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getTimestamp("updated_at").toInstant());
    }
}
