package io.baton.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The agents of a run and their shifts, written by the superuser as an administrator would have planned them days ago. The
 * people are those of the demonstration, because only they can log in.
 */
final class Staff {

    static final List<String> DEPARTMENTS = List.of("ticketing", "aftersales", "vip");

    private static final int MOST = 24;
    private static final int IN_A_DEPARTMENT = MOST / DEPARTMENTS.size();
    private static final Duration DAY = Duration.ofHours(12);

    private static final String AGENT = """
            insert into agent (tenant_id, id, name, department, skills, level, senior, max_conversations, auto_accept)
            values (?, ?, upper(?), ?, ?::text[], 3, ?, ?, ?)
            """;

    private static final String SHIFT_TYPE = """
            with type as (
                insert into shift_type (id, tenant_id, code) values (?, ?, 'load') returning id, tenant_id)
            insert into shift_type_version (tenant_id, shift_type_id, number, valid_from, name_zh, name_en, color, starts_at,
                ends_at, author, written_at)
            select tenant_id, id, 1, date '2000-01-01', '全天', 'Round the clock', '#409eff', '00:00', '00:00', 'load', now()
            from type
            """;

    private static final String SHIFT = """
            insert into assignment (id, tenant_id, agent_id, rota_day, during, shift_type_id, status, author)
            values (gen_random_uuid(), ?, ?, ?::date, tstzrange(?, ?, '[)'), ?, 'ACTIVE', 'load')
            """;

    private final String tenant;
    private final int seats;

    /** An agent, and how the shifts are: one long shift, or short ones with a pause between. */
    record Member(String id, String department, boolean shortShifts, boolean autoAccept) {}

    Staff(String tenant, int seats) {
        this.tenant = tenant;
        this.seats = seats;
    }

    /** So many of the demonstration's agents, department by department in turn. */
    static List<Member> members(int count, boolean mixed) {
        if (count > MOST) {
            throw new IllegalArgumentException("there are " + MOST + " agents who can log in");
        }
        var members = new ArrayList<Member>();
        for (var number = 0; number < count; number++) {
            var department = number % DEPARTMENTS.size();
            var within = number / DEPARTMENTS.size();
            members.add(new Member(
                    "kf%03d".formatted(department * IN_A_DEPARTMENT + within + 1),
                    DEPARTMENTS.get(department),
                    mixed && within % 4 == 3,
                    mixed && within % 8 == 2));
        }
        return members;
    }

    void hire(Connection superuser, List<Member> members) throws SQLException {
        var type = UUID.randomUUID();
        run(superuser, SHIFT_TYPE, type, tenant);
        for (var member : members) {
            var number = Integer.parseInt(member.id().substring(2));
            run(
                    superuser,
                    AGENT,
                    tenant,
                    member.id(),
                    member.id(),
                    member.department(),
                    number % 2 == 0 ? "{english}" : "{english,refund}",
                    number % 4 == 1,
                    seats,
                    member.autoAccept());
            plan(superuser, member, type);
        }
    }

    /** Shifts begin and end on whole minutes, as everywhere. */
    private void plan(Connection superuser, Member member, UUID type) throws SQLException {
        var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        if (!member.shortShifts()) {
            shift(superuser, member, type, now.minus(DAY), now.plus(DAY));
            return;
        }
        for (var start = now; start.isBefore(now.plus(DAY)); start = start.plus(Duration.ofMinutes(3))) {
            shift(superuser, member, type, start, start.plus(Duration.ofMinutes(2)));
        }
    }

    private void shift(Connection superuser, Member member, UUID type, Instant from, Instant to) throws SQLException {
        var start = from.atOffset(ZoneOffset.UTC);
        run(superuser, SHIFT, tenant, member.id(), start.toLocalDate(), start, to.atOffset(ZoneOffset.UTC), type);
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
