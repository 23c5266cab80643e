package io.baton.chat;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tags of customers and conversations, and those in use. Who changes both touches the tag first, so that two never wait
 * for each other.
 */
@Repository
class TagTable {

    private final JdbcClient jdbc;

    /** What carries tags. */
    enum Subject {
        CUSTOMER("customer"),
        CONVERSATION("conversation");

        private final String table;

        Subject(String table) {
            this.table = table;
        }
    }

    TagTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(Subject subject, UUID id) {
        return jdbc.sql("select tags from %s where id = ?".formatted(subject.table))
                .param(id)
                .query(TagTable::tags)
                .single();
    }

    /** Counts a tag once more and gives the spelling that is in use. */
    String count(String name, Instant at) {
        return jdbc.sql("""
                        insert into tag (name, uses, used_at) values (?, 1, ?)
                        on conflict (tenant_id, lower(name)) do update set uses = tag.uses + 1, used_at = excluded.used_at,
                            name = case when tag.uses = 0 then excluded.name else tag.name end
                        returning name
                        """)
                .params(name, Timestamp.from(at))
                .query(String.class)
                .single();
    }

    /** Counts a tag once less; also waits for whoever is about to use it for the first time. */
    void discount(String name, Instant at) {
        jdbc.sql("""
                        insert into tag (name, uses, used_at) values (?, 0, ?)
                        on conflict (tenant_id, lower(name)) do update set uses = greatest(tag.uses - 1, 0)
                        """).params(name, Timestamp.from(at)).update();
    }

    /** The tags afterwards; nothing when it has the tag already, or as many as it may have. */
    Optional<List<String>> add(Subject subject, UUID id, String name, int most) {
        return jdbc.sql("""
                        update %s set tags = tags || ?::text where id = ? and cardinality(tags) < ?
                            and not exists (select from unnest(tags) one where lower(one) = lower(?))
                        returning tags
                        """.formatted(subject.table))
                .params(name, id, most, name)
                .query(TagTable::tags)
                .optional();
    }

    /** The tags afterwards; nothing when it does not have the tag. */
    Optional<List<String>> remove(Subject subject, UUID id, String name) {
        return jdbc.sql("""
                        update %s set tags = array(
                            select one from unnest(tags) with ordinality as t (one, place)
                            where lower(one) <> lower(?) order by place)
                        where id = ? and exists (select from unnest(tags) one where lower(one) = lower(?))
                        returning tags
                        """.formatted(subject.table))
                .params(name, id, name)
                .query(TagTable::tags)
                .optional();
    }

    /** Those in use that begin with a text, the most used first. */
    List<String> suggested(String text, int most) {
        return jdbc.sql("""
                        select name from tag where uses > 0 and starts_with(lower(name), lower(?))
                        order by uses desc, used_at desc limit ?
                        """).params(text, most).query(String.class).list();
    }

    private static List<String> tags(ResultSet row, int number) throws SQLException {
        Array tags = row.getArray("tags");
        return List.of((String[]) tags.getArray());
    }
}
