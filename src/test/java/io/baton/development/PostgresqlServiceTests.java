package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresqlServiceTests {

    private final PostgresqlService postgresql = SharedServices.postgresql();

    @Test
    void writesThroughBeforeItAcknowledges() {
        assertThat(postgresql.ask("show fsync")).isEqualTo("on");
        assertThat(postgresql.ask("show synchronous_commit")).isEqualTo("on");
        assertThat(postgresql.ask("show full_page_writes")).isEqualTo("on");
        assertThat(postgresql.ask("show server_version")).startsWith("18.");
    }

    @Test
    void givesTheApplicationARoleThatOwnsNothingAndCannotStepAroundRowLevelSecurity() {
        assertThat(postgresql.ask(
                        "select rolcanlogin and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)"
                                + " from pg_roles where rolname = 'baton_app'"))
                .isEqualTo("t");
        assertThat(postgresql.ask("select count(*) from pg_class where relowner = 'baton_app'::regrole"))
                .isEqualTo("0");
        assertThat(postgresql.ask("select datdba::regrole::text from pg_database where datname = 'baton'"))
                .isEqualTo("baton_owner");
    }

    @Test
    void keepsTextInUnicode() {
        assertThat(postgresql.ask("show server_encoding")).isEqualTo("UTF8");
        assertThat(postgresql.ask("select length('客服')")).isEqualTo("2");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgresql.address(), "baton_app", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }
}
