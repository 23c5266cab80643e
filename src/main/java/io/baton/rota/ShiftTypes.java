package io.baton.rota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of shift a tenant works. */
@Repository
@Transactional(readOnly = true)
public class ShiftTypes {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ShiftTypes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of them, by the time they start. */
    public List<ShiftType> all() {
        return jdbc.sql("select * from shift_type order by starts_at, code")
                .query(this::read)
                .list();
    }

    /** The shift type, or 404 {@code shift_type_unknown}. */
    public ShiftType get(UUID id) {
        return jdbc.sql("select * from shift_type where id = ?")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> Problem.notFound("shift_type_unknown"));
    }

    /** Adds a shift type; a code that exists already keeps what it has. */
    @Transactional
    public void add(ShiftType type) {
        jdbc.sql("""
                insert into shift_type (id, code, name_zh, name_en, color, starts_at, ends_at, breaks, skills)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (tenant_id, code) do nothing
                """)
                .params(type.id(), type.code(), type.zh(), type.en(), type.color())
                .param(type.start())
                .param(type.end())
                .param(text(type.breaks()))
                .param(type.skills().stream().sorted().toArray(String[]::new))
                .update();
    }

    private ShiftType read(ResultSet row, int number) throws SQLException {
        return new ShiftType(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("color"),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("ends_at", LocalTime.class),
                breaks(row.getString("breaks")),
                Set.of((String[]) row.getArray("skills").getArray()));
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
