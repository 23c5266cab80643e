package io.baton.chat;

import io.baton.identity.TenantSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a tenant wants its widget to look and what it asks before a chat. A part of a setting that nobody can follow is
 * told once in the log and counts as not set. Holds nothing that only the company may know.
 *
 * @param texts what the widget says instead of its own words; those that are not set are missing
 * @param form what is asked before a chat; nothing means that there is no form
 * @param pages whether the widget tells which pages a customer visits
 */
public record WidgetTerms(
        String name,
        Language language,
        Theme theme,
        Map<String, String> texts,
        List<Field> form,
        List<Topic> topics,
        boolean pages) {

    private static final Logger log = LoggerFactory.getLogger(WidgetTerms.class);
    private static final Map<String, Boolean> told = new ConcurrentHashMap<>();
    private static final int LONGEST = 500;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern FIELD = Pattern.compile("(name|contact|topic)(\\?)?");
    private static final Pattern TOPIC = Pattern.compile("([A-Za-z0-9_.-]{1,50}):([^:|]{1,60})(?:\\|([^:|]{1,60}))?");
    private static final List<String> MODES = List.of("auto", "light", "dark");
    private static final List<String> SIDES = List.of("right", "left");

    /** In which language texts are given. */
    public enum Language {
        ZH("zh-CN"),
        EN("en");

        private final String tag;

        Language(String tag) {
            this.tag = tag;
        }

        /** The one that serves a reader of this language best. */
        public static Language of(String tag) {
            return tag.regionMatches(true, 0, "zh", 0, 2) ? ZH : EN;
        }

        public String tag() {
            return tag;
        }
    }

    /** @param accent {@code #rrggbb}; absent for the widget's own */
    public record Theme(String mode, @Nullable String accent, String side) {}

    public record Field(String name, boolean required) {}

    /** @param category leads a request to the people who know about it */
    public record Topic(String category, String label) {}

    public static WidgetTerms of(TenantSettings settings, Language language) {
        return new WidgetTerms(
                settings.name(),
                language,
                new Theme(
                        oneOf(settings, "widget.theme", settings.text("widget.theme", ""), MODES),
                        matches(settings, "widget.accent", settings.text("widget.accent", ""), COLOR)
                                .map(MatchResult::group)
                                .findFirst()
                                .orElse(null),
                        oneOf(settings, "widget.side", settings.text("widget.side", ""), SIDES)),
                texts(settings, language),
                matches(settings, "widget.form", settings.text("widget.form", ""), FIELD)
                        .map(found -> new Field(found.group(1), found.group(2) == null))
                        .toList(),
                matches(settings, "widget.topics", settings.text("widget.topics", ""), TOPIC)
                        .map(found -> new Topic(found.group(1), label(found, language)))
                        .toList(),
                settings.flag("widget.pages", true));
    }

    private static Map<String, String> texts(TenantSettings settings, Language language) {
        var texts = new TreeMap<String, String>();
        for (var key : List.of(
                "widget.title",
                "widget.greeting",
                "widget.intro",
                "widget.placeholder",
                "widget.form-intro",
                "widget.away")) {
            Optional.of(settings.text(key + "." + language.tag(), settings.text(key, "")))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> texts.put(
                            key.substring("widget.".length()),
                            text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        }
        return texts;
    }

    private static String label(MatchResult topic, Language language) {
        var english = topic.group(3);
        return (language == Language.ZH || english == null ? topic.group(2) : english).strip();
    }

    private static String oneOf(TenantSettings settings, String key, String text, List<String> known) {
        return matches(settings, key, text, Pattern.compile(String.join("|", known)))
                .map(MatchResult::group)
                .findFirst()
                .orElse(known.getFirst());
    }

    /** The parts between commas that fit. */
    private static Stream<MatchResult> matches(TenantSettings settings, String key, String text, Pattern pattern) {
        Function<String, Stream<MatchResult>> read = part -> {
            var matcher = pattern.matcher(part);
            if (matcher.matches()) {
                return Stream.of(matcher.toMatchResult());
            }
            if (told.putIfAbsent(settings.tenant().id() + " " + key + " " + part, true) == null) {
                log.warn("{} of {} does not count, for it cannot be followed: {}", key, settings.tenant(), part);
            }
            return Stream.empty();
        };
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(read);
    }
}
