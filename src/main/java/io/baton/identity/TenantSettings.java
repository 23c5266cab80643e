package io.baton.identity;

import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a tenant wants things. Keys are kebab case with the module in front, for example {@code leave.remind-after};
 * durations are ISO-8601.
 *
 * @param noon where a rota day is cut into morning and afternoon
 * @param opensAt from when conversations are handed to people
 * @param closesAt until when; equal to {@code opensAt} means around the clock
 */
public record TenantSettings(
        Tenant tenant,
        String name,
        ZoneId zone,
        LocalTime noon,
        LocalTime opensAt,
        LocalTime closesAt,
        Map<String, String> values) {

    public TenantSettings {
        values = Map.copyOf(values);
    }

    public Duration duration(String key, Duration fallback) {
        var value = values.get(key);
        return value == null ? fallback : Duration.parse(value);
    }

    public int number(String key, int fallback) {
        var value = values.get(key);
        return value == null ? fallback : Integer.parseInt(value);
    }

    public boolean flag(String key, boolean fallback) {
        var value = values.get(key);
        return value == null ? fallback : Boolean.parseBoolean(value);
    }

    public String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }
}
