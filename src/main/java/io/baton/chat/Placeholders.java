package io.baton.chat;

import io.baton.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in double braces in a text, for example {@code {{customer.name}}}, and what is put in their place. */
final class Placeholders {

    static final String ATTRIBUTE = "customer.attributes.";

    static final Set<String> NAMES = Set.of(
            "agent.name",
            "company.name",
            "conversation.category",
            "conversation.number",
            "conversation.subject",
            "customer.name");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.-]{1,64}");

    private Placeholders() {}

    /** The text with what is known in its places; names that nothing is known for stay in it and are told. */
    record Filled(String text, List<String> missing) {}

    static Set<String> in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(Placeholders::name)
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /** Passes when something may fill every placeholder; otherwise 422 {@code placeholder_unknown} with their names. */
    static void requireKnown(String text) {
        var unknown = in(text).stream().filter(name -> !isKnown(name)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.of(422, "placeholder_unknown", Map.of("placeholders", unknown));
        }
    }

    /** Fills in one pass: what a customer calls himself is never read as a placeholder. */
    static Filled fill(String text, Map<String, String> values) {
        var missing = new LinkedHashSet<String>();
        var filled = PLACEHOLDER.matcher(text).replaceAll(place -> {
            var value = values.get(name(place));
            if (value == null || value.isBlank()) {
                missing.add(name(place));
                return Matcher.quoteReplacement(place.group());
            }
            return Matcher.quoteReplacement(value);
        });
        return new Filled(filled, new ArrayList<>(missing));
    }

    private static boolean isKnown(String name) {
        return NAMES.contains(name)
                || (name.startsWith(ATTRIBUTE)
                        && KEY.matcher(name.substring(ATTRIBUTE.length())).matches());
    }

    private static String name(MatchResult place) {
        return place.group(1);
    }
}
