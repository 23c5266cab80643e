package io.baton.identity;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.GroupsResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/** Reads groups and their members from Keycloak's administration interface, within bounded time. */
@Component
class KeycloakGroups {

    private static final int PAGE = 200;

    private final Keycloak keycloak;
    private final String realm;

    KeycloakGroups(KeycloakSettings settings) {
        realm = settings.realm();
        keycloak = KeycloakBuilder.builder()
                .serverUrl(settings.internal())
                .realm(realm)
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.admin().clientId())
                .clientSecret(settings.admin().secret())
                .resteasyClient(new ResteasyClientBuilderImpl()
                        .connectionPoolSize(4)
                        .connectTimeout(2, TimeUnit.SECONDS)
                        .readTimeout(5, TimeUnit.SECONDS)
                        .connectionCheckoutTimeout(5, TimeUnit.SECONDS)
                        .register(new JacksonProvider(), 100)
                        .build())
                .build();
    }

    /** All groups with their attributes and roles. */
    List<GroupRepresentation> all() {
        return pages(first -> groups().groups(null, first, PAGE, false));
    }

    List<UserRepresentation> members(GroupRepresentation group) {
        return pages(first -> groups().group(group.getId()).members(first, PAGE, true));
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    private GroupsResource groups() {
        return keycloak.realm(realm).groups();
    }

    private static <T> List<T> pages(IntFunction<List<T>> read) {
        var all = new ArrayList<T>();
        List<T> page;
        do {
            page = read.apply(all.size());
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
