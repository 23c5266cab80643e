package io.baton.development;

/** The passwords of the demonstration: worth nothing, and refused by a production start because of how they begin. */
public final class DemoSecrets {

    public static final String PERSON = "baton-demo";
    static final String DATABASE = "demo-only-database";
    static final String DATABASE_OWNER = "demo-only-owner";
    static final String DATABASE_APPLICATION = "demo-only-application";
    static final String DATABASE_HUB = "demo-only-hub";
    static final String KEYCLOAK = "demo-only-keycloak";
    static final String WEB = "demo-only-web-client";
    public static final String API = "demo-only-api-client";
    static final String ADMIN = "demo-only-admin-client";
    static final String WIDGET = "demo-only-widget-signing-secret-0123456789";

    private DemoSecrets() {}
}
