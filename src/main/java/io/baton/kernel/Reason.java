package io.baton.kernel;

import java.util.Locale;
import java.util.Map;

/**
 * Why something is refused or doubtful.
 *
 * @param code stable, for programs
 * @param parameters the figures behind the sentence
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 */
public record Reason(String code, Map<String, String> parameters, String zh, String en) {

    public Reason {
        parameters = Map.copyOf(parameters);
    }

    public String in(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
