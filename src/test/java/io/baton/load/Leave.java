package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * An agent falls ill, asks for the next half day, and the manager agrees; then the time is turned on to the moment at which
 * that leave begins: its shift and the timer of its process begin now.
 */
final class Leave {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int NOON = 12;

    private static final String ENDS_WORK = """
            update assignment set during = tstzrange(lower(during), now(), '[)')
            where tenant_id = ? and agent_id = ? and status = 'ACTIVE' and during @> now() and lower(during) < now()
            """;
    private static final String BEGINS_LEAVE = """
            update assignment set during = tstzrange(now(), upper(during), '[)')
            where tenant_id = ? and leave_id = ? and status = 'LEAVE' and lower(during) > now()
              and upper(during) < now() + interval '30 hours'
            """;
    private static final String TURNS_CLOCK = """
            update act_ru_job j set duedate_ = now() from act_ru_execution e
            where e.id_ = j.process_instance_id_ and e.business_key_ = ? and j.handler_cfg_ like 'LeaveTimeReached%'
            """;

    private final CallCentre centre;
    private final InvariantMonitor.Source database;

    Leave(CallCentre centre, InvariantMonitor.Source database) {
        this.centre = centre;
        this.database = database;
    }

    /** Nothing happens when the rules refuse it, for example because too many of the department are away. */
    void begin(Staff.Member member) {
        try {
            var asked = centre.rest().post("/api/v1/leaves", centre.tokens().of(member.id()), wish());
            if (!asked.good()) {
                centre.book().count("leave refused: " + asked.code());
                return;
            }
            var id = asked.text("id");
            var manager = centre.tokens().of(member.department() + ".manager");
            var agreed = centre.rest().post("/api/v1/leaves/" + id + "/decision", manager, Map.of("approved", true));
            if (agreed.good()) {
                turn(member, agreed.body());
                centre.book().count("leave begun");
            } else {
                centre.book().count("leave not approved: " + agreed.code());
            }
        } catch (SQLException | IllegalStateException away) {
            centre.book().count("leave not taken: " + away.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> wish() {
        var now = LocalDateTime.now(ZONE);
        var morning = now.getHour() < NOON;
        var day = (morning ? now.toLocalDate() : now.toLocalDate().plusDays(1)).toString();
        var half = morning ? "AFTERNOON" : "MORNING";
        return Map.of(
                "type",
                "SICK",
                "startDate",
                day,
                "startPeriod",
                half,
                "endDate",
                day,
                "endPeriod",
                half,
                "reason",
                "ill");
    }

    private void turn(Staff.Member member, JsonNode leave) throws SQLException {
        var id = leave.path("id").asText();
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            run(connection, ENDS_WORK, centre.tenant(), member.id());
            run(connection, BEGINS_LEAVE, centre.tenant(), UUID.fromString(id));
            run(connection, TURNS_CLOCK, id);
            connection.commit();
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
