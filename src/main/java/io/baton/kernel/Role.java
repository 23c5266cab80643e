package io.baton.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be in a tenant; the claim is the lower-case name, as Keycloak keeps it. */
public enum Role {
    CUSTOMER_SERVICE,
    MANAGER,
    ADMIN,
    DESIGNER,
    AUDITOR;

    /** The name in tokens and in Keycloak, for example {@code customer_service}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a claim; empty for names that mean nothing to Baton. */
    public static Optional<Role> of(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
