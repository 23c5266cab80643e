package io.baton.identity;

import java.util.Locale;

/** A department of a tenant, named in both languages. */
public record Department(String id, String zh, String en) {

    public String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
