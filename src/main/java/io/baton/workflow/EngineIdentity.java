package io.baton.workflow;

import org.camunda.bpm.extension.keycloak.plugin.KeycloakIdentityProviderPlugin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The engine's people and groups are those of Keycloak, read only. No group makes an administrator of the engine: such a
 * person would see every tenant, and Keycloak would have to be up when Baton starts.
 */
@Component
@ConfigurationProperties("plugin.identity.keycloak")
class EngineIdentity extends KeycloakIdentityProviderPlugin {}
