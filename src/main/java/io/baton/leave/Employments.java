package io.baton.leave;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Since when the people of the tenant work, as far as somebody wrote it down. */
@Repository
@Transactional
public class Employments {

    private final JdbcClient jdbc;

    Employments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@link Employment#UNKNOWN} when nobody wrote it down. */
    @Transactional(readOnly = true)
    public Employment of(String person) {
        return jdbc.sql("select works_since, employed_since from employment where person_id = ?")
                .param(person)
                .query((row, number) -> new Employment(
                        row.getObject("works_since", LocalDate.class),
                        row.getObject("employed_since", LocalDate.class)))
                .optional()
                .orElse(Employment.UNKNOWN);
    }

    /** Replaces what was known. */
    public void save(String person, Employment employment) {
        jdbc.sql("""
                        insert into employment (person_id, works_since, employed_since) values (?, ?, ?)
                        on conflict (tenant_id, person_id) do update
                        set works_since = excluded.works_since, employed_since = excluded.employed_since
                        """)
                .params(person, employment.worksSince(), employment.employedSince())
                .update();
    }
}
