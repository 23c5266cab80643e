package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.development.SharedServices;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ParametersTests {

    private static final String INSERT = "insert into typed (id, name, number, at) values (?, ?, ?, ?)";
    private static final int RUNS = 20;
    private static final OffsetDateTime NOON =
            Instant.parse("2026-03-01T12:00:00.123456Z").atOffset(ZoneOffset.UTC);

    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;

    @BeforeEach
    void connect() throws SQLException {
        connection = new SingleConnectionDataSource(SharedServices.postgresql().superuser("postgres"), false);
        jdbc = JdbcClient.create(connection);
        jdbc.sql("create temporary table typed (id uuid, name text, number bigint, at timestamptz)")
                .update();
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    @Test
    void keepAStatementPreparedWhateverIsMissing() {
        insert(Parameters::inferred);
        assertThat(runsOfThePreparedStatement()).isGreaterThan(RUNS / 2);
    }

    /** Why they are needed: if this fails, the driver has learned to do it by itself. */
    @Test
    void areNotWhatTheDriverDoesByItself() {
        insert(values -> values);
        assertThat(runsOfThePreparedStatement()).isLessThan(RUNS / 2);
    }

    @Test
    void arriveAsTheyAre() {
        var id = UUID.randomUUID();
        jdbc.sql(INSERT)
                .params(Parameters.inferred(id, "O'Neill \\ 王", 7L, NOON))
                .update();
        var row = jdbc.sql("select * from typed").query().singleRow();
        assertThat(row)
                .containsEntry("id", id)
                .containsEntry("name", "O'Neill \\ 王")
                .containsEntry("number", 7L);
        assertThat(jdbc.sql("select at from typed")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(NOON.toInstant());
        jdbc.sql("truncate typed").update();
        jdbc.sql(INSERT).params(Parameters.inferred(null, null, null, null)).update();
        assertThat(jdbc.sql("select * from typed").query().singleRow().values()).containsOnlyNulls();
    }

    private void insert(UnaryOperator<@Nullable Object[]> typed) {
        for (int run = 0; run < RUNS; run++) {
            var values = new @Nullable Object[] {
                UUID.randomUUID(), run % 2 == 0 ? "a" : null, run % 3 == 0 ? run : null, run % 2 == 1 ? NOON : null
            };
            jdbc.sql(INSERT).params(typed.apply(values)).update();
        }
    }

    private int runsOfThePreparedStatement() {
        return jdbc.sql(
                        "select coalesce(sum(generic_plans + custom_plans), 0) from pg_prepared_statements where statement like ?")
                .param("insert into typed%")
                .query(Integer.class)
                .single();
    }
}
