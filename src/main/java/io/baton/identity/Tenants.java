package io.baton.identity;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Knows every tenant of this installation and its settings; remembers what it read for as long as it runs. */
@Component
public class Tenants implements TenantCatalog {

    private final TenantTable table;
    private final CurrentActor current;
    private final Map<Tenant, TenantSettings> settings = new ConcurrentHashMap<>();

    Tenants(TenantTable table, CurrentActor current) {
        this.table = table;
        this.current = current;
    }

    @Override
    public List<Tenant> all() {
        return table.ids();
    }

    /** The settings of the tenant that acts. */
    public TenantSettings settings() {
        return settings(current.tenant());
    }

    /** The settings of a tenant, or 404 {@code tenant_unknown}. */
    public TenantSettings settings(Tenant tenant) {
        return find(tenant).orElseThrow(() -> Problem.notFound("tenant_unknown"));
    }

    public Optional<TenantSettings> find(Tenant tenant) {
        var known = settings.get(tenant);
        if (known != null) {
            return Optional.of(known);
        }
        var read = table.read(tenant);
        read.ifPresent(value -> settings.put(tenant, value));
        return read;
    }
}
