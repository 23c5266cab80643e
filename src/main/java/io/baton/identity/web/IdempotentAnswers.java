package io.baton.identity.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The answers given for an Idempotency-Key, apart for each person, kept for a day. */
@Repository
class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    IdempotentAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param status absent as long as the request is being worked on */
    record Answer(
            String requestHash,
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String location) {}

    /** Takes the key for a request; false when it is taken already. */
    @Transactional
    public boolean begin(String person, String key, String requestHash) {
        jdbc.sql("""
                        delete from idempotent_answer where person = :person and (created_at < now() - :kept::interval
                            or (key = :key and status is null and created_at < now() - :longest::interval))
                        """)
                .param("person", person)
                .param("key", key)
                .param("kept", KEPT.toString())
                .param("longest", LONGEST_REQUEST.toString())
                .update();
        return jdbc.sql("""
                        insert into idempotent_answer (tenant_id, key, person, request_hash)
                        values (current_setting('app.tenant'), ?, ?, ?) on conflict do nothing
                        """).params(key, person, requestHash).update() == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Answer> find(String person, String key) {
        return jdbc.sql(
                        "select request_hash, status, body, location from idempotent_answer where person = ? and key = ?")
                .params(person, key)
                .query(Answer.class)
                .optional();
    }

    @Transactional
    public void keep(String person, String key, Answer answer) {
        jdbc.sql("update idempotent_answer set status = ?, body = ?, location = ? where person = ? and key = ?")
                .params(answer.status(), answer.body(), answer.location(), person, key)
                .update();
    }

    /** Frees the key of a request that changed nothing, so that it may be tried again. */
    @Transactional
    public void forget(String person, String key) {
        jdbc.sql("delete from idempotent_answer where person = ? and key = ? and status is null")
                .params(person, key)
                .update();
    }
}
