package io.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the rolling figures of agents; each sample is one statement, so none is lost among several at once. */
@Repository
class QualityTable {

    /** The figures by the names of their columns. */
    enum Kind {
        RESOLUTION("resolution", "resolutions"),
        RATING("rating", "ratings"),
        RESPONSE("response", "responses");

        private final String mean;
        private final String samples;

        Kind(String mean, String samples) {
            this.mean = mean;
            this.samples = samples;
        }

        private String in(String sql) {
            return sql.replace("MEAN", mean).replace("SAMPLES", samples).replace("SPAN", String.valueOf(Quality.SPAN));
        }
    }

    private final JdbcClient jdbc;

    QualityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more sample, 0 to 1. */
    void add(String agent, Kind kind, double sample) {
        jdbc.sql(kind.in("""
                        insert into agent_quality as q (agent_id, MEAN, SAMPLES) values (?, ?, 1)
                        on conflict (tenant_id, agent_id) do update set
                            MEAN = q.MEAN + (excluded.MEAN - q.MEAN) * greatest(1.0 / SPAN, 1.0 / (q.SAMPLES + 1)),
                            SAMPLES = q.SAMPLES + 1
                        """)).params(agent, sample).update();
    }

    /** A sample that was given lately is another one by so much. */
    void correct(String agent, Kind kind, double difference) {
        jdbc.sql(kind.in("""
                        update agent_quality set MEAN =
                            least(1, greatest(0, MEAN + ? * greatest(1.0 / SPAN, 1.0 / SAMPLES)))
                        where agent_id = ? and SAMPLES > 0
                        """)).params(difference, agent).update();
    }

    /** Reads the figures of a row that they were joined to. */
    static Quality read(ResultSet row) throws SQLException {
        return new Quality(figure(row, Kind.RESOLUTION), figure(row, Kind.RATING), figure(row, Kind.RESPONSE));
    }

    private static Quality.Figure figure(ResultSet row, Kind kind) throws SQLException {
        int samples = row.getInt(kind.samples);
        return samples == 0 ? Quality.Figure.NONE : new Quality.Figure(row.getDouble(kind.mean), samples);
    }
}
