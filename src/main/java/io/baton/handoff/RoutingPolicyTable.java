package io.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The policies of departments that have one of their own. */
@Repository
class RoutingPolicyTable {

    private final JdbcClient jdbc;

    RoutingPolicyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RoutingPolicy> find(String department) {
        return jdbc.sql("""
                        select p.*, h.weekday, h.opens, h.closes from routing_policy p
                        left join routing_hours h on h.tenant_id = p.tenant_id and h.department = p.department
                        where p.department = ?
                        """).param(department).query(RoutingPolicyTable::read);
    }

    /** Replaces the version that the policy carries by the next; false when it is another one by now. */
    boolean replace(RoutingPolicy policy) {
        var hours = policy.hours();
        if (!put(policy, hours != null)) {
            return false;
        }
        jdbc.sql("delete from routing_hours where department = ?")
                .param(policy.department())
                .update();
        for (var opening : hours == null ? List.<Opening>of() : hours.week()) {
            jdbc.sql("insert into routing_hours (department, weekday, opens, closes) values (?, ?, ?, ?)")
                    .params(policy.department(), opening.day().getValue(), opening.opens(), opening.closes())
                    .update();
        }
        return true;
    }

    private boolean put(RoutingPolicy policy, boolean ownHours) {
        var sql = policy.version() == 0 ? """
                insert into routing_policy (strategy, own_hours, open_holidays, department, version)
                values (?, ?, ?, ?, ? + 1) on conflict do nothing
                """ : """
                update routing_policy set strategy = ?, own_hours = ?, open_holidays = ?, version = version + 1
                where department = ? and version = ?
                """;
        return jdbc.sql(sql)
                        .params(
                                policy.strategy().name(),
                                ownHours,
                                policy.openHolidays(),
                                policy.department(),
                                policy.version())
                        .update()
                == 1;
    }

    private static Optional<RoutingPolicy> read(ResultSet rows) throws SQLException {
        @Nullable RoutingPolicy policy = null;
        var week = new ArrayList<Opening>();
        while (rows.next()) {
            if (rows.getObject("weekday") != null) {
                week.add(new Opening(
                        DayOfWeek.of(rows.getInt("weekday")),
                        rows.getObject("opens", LocalTime.class),
                        rows.getObject("closes", LocalTime.class)));
            }
            policy = new RoutingPolicy(
                    rows.getString("department"),
                    Strategy.valueOf(rows.getString("strategy")),
                    rows.getBoolean("own_hours") ? new OpeningHours(week) : null,
                    rows.getBoolean("open_holidays"),
                    rows.getInt("version"));
        }
        return Optional.ofNullable(policy);
    }
}
