package io.baton.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Tenant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tenants; adds the configured ones that it does not hold yet and never overwrites one. */
@Repository
class TenantTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    /** {@code baton.tenants.<id>}: the tenants an installation begins with. */
    @ConfigurationProperties("baton")
    record Configured(Map<String, Entry> tenants) {

        record Entry(
                String name,
                ZoneId zone,
                LocalTime noon,
                LocalTime opensAt,
                LocalTime closesAt,
                Map<String, String> settings) {}

        Configured {
            tenants = tenants == null ? Map.of() : Map.copyOf(tenants);
        }
    }

    TenantTable(JdbcClient jdbc, ObjectMapper json, Configured configured) {
        this.jdbc = jdbc;
        this.json = json;
        configured.tenants().forEach(this::add);
    }

    List<Tenant> ids() {
        return jdbc.sql("select id from tenant order by id")
                .query((row, number) -> new Tenant(row.getString("id")))
                .list();
    }

    Optional<TenantSettings> read(Tenant tenant) {
        return jdbc.sql("select * from tenant where id = ?")
                .param(tenant.id())
                .query((row, number) -> new TenantSettings(
                        tenant,
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("noon", LocalTime.class),
                        row.getObject("opens_at", LocalTime.class),
                        row.getObject("closes_at", LocalTime.class),
                        settings(row.getString("settings"))))
                .optional();
    }

    private void add(String id, Configured.Entry entry) {
        jdbc.sql("""
                        insert into tenant (id, name, zone, noon, opens_at, closes_at, settings)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb) on conflict (id) do nothing
                        """)
                .params(
                        new Tenant(id).id(),
                        entry.name(),
                        entry.zone().getId(),
                        entry.noon() == null ? LocalTime.NOON : entry.noon(),
                        entry.opensAt() == null ? LocalTime.MIDNIGHT : entry.opensAt(),
                        entry.closesAt() == null ? LocalTime.MIDNIGHT : entry.closesAt(),
                        text(entry.settings() == null ? Map.of() : entry.settings()))
                .update();
    }

    private String text(Map<String, String> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> settings(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the settings of a tenant are no JSON object of texts", damaged);
        }
    }
}
