package io.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollisionTests {

    @ParameterizedTest
    @ValueSource(strings = {"23503", "40001", "40P01"})
    void isFoundHoweverDeepTheEngineHidesIt(String state) {
        var batch = new BatchUpdateException("Batch entry 6 was aborted", state, new int[0]);
        assertThat(Collision.in(new ProcessEngineException("ENGINE-03004", new IllegalStateException(batch))))
                .isTrue();
    }

    @Test
    void isNotWhatElseTheDatabaseRefuses() {
        assertThat(Collision.in(new ProcessEngineException("failed", new SQLException("too long", "22001"))))
                .isFalse();
        assertThat(Collision.in(new ProcessEngineException("no database"))).isFalse();
    }
}
