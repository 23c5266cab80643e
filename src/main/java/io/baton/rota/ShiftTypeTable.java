package io.baton.rota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes shift types, their versions and what is wanted of them. */
@Repository
class ShiftTypeTable {

    private static final String ROWS = """
            select t.id, t.code, t.version, t.retired_at, v.* from shift_type t
            join shift_type_version v on v.tenant_id = t.tenant_id and v.shift_type_id = t.id
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ShiftTypeTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            UUID id, String code, int version, @Nullable Instant retiredAt, ShiftTypeVersion content) {}

    @Transactional(readOnly = true)
    public ShiftTypeBook read() {
        var types =
                histories(jdbc.sql(ROWS + "order by t.code").query(this::row).list());
        var staffing = jdbc.sql("select * from staffing")
                .query((row, number) -> new ShiftTypeBook.Wanted(
                        row.getObject("shift_type_id", UUID.class),
                        row.getString("department"),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getInt("people")))
                .list();
        return new ShiftTypeBook(types, staffing);
    }

    /** Held to the end of the transaction: nobody plans or changes it meanwhile. */
    Optional<ShiftTypeHistory> hold(UUID id) {
        jdbc.sql("select 1 from shift_type where id = ? for update")
                .param(id)
                .query(Integer.class)
                .list();
        return histories(jdbc.sql(ROWS + "where t.id = ?")
                        .param(id)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The versions of these, which nobody changes or retires until the transaction ends. */
    Map<UUID, Integer> keep(Collection<UUID> ids) {
        return jdbc
                .sql("select id, version from shift_type where id = any(?) order by id for share")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** False when the code is taken. */
    boolean insert(UUID id, String code) {
        return jdbc.sql("insert into shift_type (id, code) values (?, ?) on conflict (tenant_id, code) do nothing")
                        .params(id, code)
                        .update()
                == 1;
    }

    void insert(ShiftTypeVersion version) {
        var type = version.type();
        jdbc.sql("""
                insert into shift_type_version (shift_type_id, number, valid_from, name_zh, name_en, color,
                    starts_at, ends_at, breaks, skills, author, written_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """)
                .params(type.id(), version.number(), version.validFrom(), type.zh(), type.en(), type.color())
                .param(type.start())
                .param(type.end())
                .param(text(type.breaks()))
                .param(type.skills().stream().sorted().toArray(String[]::new))
                .param(version.author())
                .param(AssignmentTable.utc(version.writtenAt()))
                .update();
    }

    void count(UUID id, int version, @Nullable Instant retiredAt) {
        jdbc.sql("update shift_type set version = ?, retired_at = ? where id = ?")
                .param(version)
                .param(retiredAt == null ? null : AssignmentTable.utc(retiredAt))
                .param(id)
                .update();
    }

    void want(ShiftTypeBook.Wanted wanted) {
        jdbc.sql("""
                        insert into staffing (shift_type_id, department, weekday, valid_from, people) values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, shift_type_id, department, weekday, valid_from)
                        do update set people = excluded.people
                        """)
                .params(
                        wanted.shiftTypeId(),
                        wanted.department(),
                        wanted.weekday().getValue())
                .params(wanted.validFrom(), wanted.people())
                .update();
    }

    /** Nobody is wanted, in versions that are announced for later, by departments of which they say nothing. */
    void wantNobodyLater(UUID id, LocalDate from) {
        jdbc.sql("""
                        insert into staffing (shift_type_id, department, weekday, valid_from, people)
                        select s.shift_type_id, s.department, s.weekday, v.valid_from, 0
                        from staffing s join shift_type_version v on v.shift_type_id = s.shift_type_id and v.valid_from > s.valid_from
                        where s.shift_type_id = ? and s.valid_from = ? on conflict do nothing
                        """).params(id, from).update();
    }

    /** Forgets what was to be wanted after a day. */
    void wantNothingAfter(UUID id, LocalDate day) {
        jdbc.sql("delete from staffing where shift_type_id = ? and valid_from > ?")
                .params(id, day)
                .update();
    }

    /** The departments of which anything was ever said for this type. */
    Set<String> departments(UUID id) {
        return Set.copyOf(jdbc.sql("select distinct department from staffing where shift_type_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    /** Whether shifts of this type are on the rota that begin after this instant; leave on them may be given back. */
    boolean isPlanned(UUID id, Instant after, LocalDate from) {
        return jdbc.sql("""
                        select exists (select from assignment where shift_type_id = ? and rota_day >= ?
                            and starts_at > ? and status in ('ACTIVE', 'LEAVE'))
                        """)
                .params(id, from, AssignmentTable.utc(after))
                .query(Boolean.class)
                .single();
    }

    private static List<ShiftTypeHistory> histories(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ShiftTypeTable::history)
                .toList();
    }

    private static ShiftTypeHistory history(List<Row> rows) {
        var row = rows.getFirst();
        var versions = rows.stream().map(Row::content).toList();
        return new ShiftTypeHistory(row.id(), row.code(), row.version(), row.retiredAt(), versions);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var code = row.getString("code");
        var type = new ShiftType(
                id,
                code,
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("color"),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("ends_at", LocalTime.class),
                breaks(row.getString("breaks")),
                Set.of((String[]) row.getArray("skills").getArray()));
        var version = new ShiftTypeVersion(
                row.getInt("number"),
                row.getObject("valid_from", LocalDate.class),
                type,
                row.getString("author"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
        var retired = row.getObject("retired_at", OffsetDateTime.class);
        return new Row(id, code, row.getInt("version"), retired == null ? null : retired.toInstant(), version);
    }

    private String text(List<ShiftType.Break> breaks) {
        try {
            return json.writeValueAsString(breaks);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<ShiftType.Break> breaks(String text) {
        try {
            return json.readValue(text, new TypeReference<List<ShiftType.Break>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the breaks of a shift type are no list", damaged);
        }
    }
}
