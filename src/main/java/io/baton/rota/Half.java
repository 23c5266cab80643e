package io.baton.rota;

/** Half of a rota day; the tenant's noon parts them. */
public enum Half {
    MORNING,
    AFTERNOON
}
