package io.baton.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is and who Baton is to it.
 *
 * @param url as browsers and tokens know it
 * @param internalUrl as this server reaches it; the same when absent
 */
@ConfigurationProperties("baton.keycloak")
record KeycloakSettings(
        String url,
        @Nullable String internalUrl,
        @DefaultValue("baton") String realm,
        @DefaultValue Client web,
        @DefaultValue Client admin) {

    record Client(
            @DefaultValue("") String clientId,
            @DefaultValue("") String secret) {}

    /** The issuer that tokens must name. */
    String issuer() {
        return url + "/realms/" + realm;
    }

    /** An OpenID Connect endpoint that browsers are sent to. */
    String publicEndpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    /** An OpenID Connect endpoint that this server calls. */
    String endpoint(String name) {
        return internal() + "/realms/" + realm + "/protocol/openid-connect/" + name;
    }

    String internal() {
        return internalUrl == null || internalUrl.isBlank() ? url : internalUrl;
    }
}
