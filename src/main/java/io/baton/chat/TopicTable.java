package io.baton.chat;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subject and category of conversations. */
@Repository
class TopicTable {

    private static final int NEWEST = 500;

    private final JdbcClient jdbc;

    TopicTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it is no longer the version that was seen. */
    boolean change(UUID id, int seen, Topic topic) {
        return jdbc.sql("""
                        update conversation set subject = ?, category = ?, topic_version = topic_version + 1
                        where id = ? and topic_version = ?
                        """).params(topic.subject(), topic.category(), id, seen).update() == 1;
    }

    /** Of the newest conversations, so that it costs the same however much history there is. */
    List<String> categories(int most) {
        return jdbc.sql("""
                        select category from (
                            select category from conversation
                            where tenant_id = current_setting('app.tenant') order by id desc limit ?) newest
                        where category is not null group by category order by count(*) desc, category limit ?
                        """).params(NEWEST, most).query(String.class).list();
    }
}
