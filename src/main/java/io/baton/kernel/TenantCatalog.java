package io.baton.kernel;

import java.util.List;

/** Lists the tenants of this installation, for work that serves each of them in turn. */
public interface TenantCatalog {

    List<Tenant> all();
}
