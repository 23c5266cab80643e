package io.baton.load;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was asked for on the command line; refuses what it does not know. */
final class Options {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("sockets", "6000"),
            Map.entry("rate", "500"),
            Map.entry("pairs", "200"),
            Map.entry("seconds", "60"),
            Map.entry("warmup", "60"),
            Map.entry("body", "200"),
            Map.entry("rows", "10000000"),
            Map.entry("handoffs", "10000"),
            Map.entry("agents", "24"),
            Map.entry("customers", "80"),
            Map.entry("guests", "1500"),
            Map.entry("clients", "16"),
            Map.entry("nodes", "1"),
            Map.entry("seed", "1"),
            Map.entry("patience", "1000"),
            Map.entry("once", "false"),
            Map.entry("keycloak", ""),
            Map.entry("heap", "2g"),
            Map.entry("jvm", ""),
            Map.entry("set", ""),
            Map.entry("fault", ""),
            Map.entry("url", ""),
            Map.entry("tenant", "acme"),
            Map.entry("out", "target/load"));

    private static final Map<String, String> QUICK = Map.ofEntries(
            Map.entry("sockets", "400"),
            Map.entry("rate", "200"),
            Map.entry("pairs", "50"),
            Map.entry("seconds", "8"),
            Map.entry("warmup", "5"),
            Map.entry("rows", "200000"),
            Map.entry("handoffs", "300"),
            Map.entry("guests", "600"));

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> names;

    Options(String... arguments) {
        var words = Stream.of(arguments)
                .flatMap(argument -> Arrays.stream(argument.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        values.putAll(DEFAULTS);
        if (words.contains("quick") || words.contains("--quick")) {
            values.putAll(QUICK);
        }
        words.stream().filter(word -> word.startsWith("--")).forEach(this::set);
        names = words.stream()
                .filter(word -> !word.startsWith("--") && !word.equals("quick"))
                .toList();
    }

    private void set(String word) {
        var parts = word.substring(2).split("=", 2);
        if (parts[0].equals("quick")) {
            return;
        }
        if (parts.length < 2 || !DEFAULTS.containsKey(parts[0])) {
            throw new IllegalArgumentException("Unknown option " + word + "; there are quick, "
                    + String.join(", ", new TreeSet<>(DEFAULTS.keySet())) + ", each as --name=value");
        }
        values.put(parts[0], parts[1]);
    }

    /** The scenarios that were named; none means all. */
    List<String> scenarios() {
        return names.contains("all") ? List.of() : names;
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    String text(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The foreign Baton to be measured, when there is one. */
    Optional<URI> foreign() {
        return text("url").isEmpty() ? Optional.empty() : Optional.of(URI.create(text("url")));
    }

    /**
     * Options of Java for every child process that is measured. A heap that has to grow keeps the collector at work, and one
     * that was never touched makes it wait for the memory of the machine while everybody waits for it.
     */
    List<String> java() {
        return Stream.concat(
                        Stream.of(
                                "-Xms" + text("heap"),
                                "-Xmx" + text("heap"),
                                "-XX:+AlwaysPreTouch",
                                "-XX:+ExitOnOutOfMemoryError"),
                        Arrays.stream(text("jvm").split(",")).filter(option -> !option.isEmpty()))
                .toList();
    }

    /** Settings of Baton: nobody is limited, and what {@code --set=name=value,…} adds. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("baton.limits.exempt", "127.0.0.1");
        settings.put("baton.limits.customer-texts.per-second", "100000");
        settings.put("baton.limits.customer-texts.burst", "100000");
        settings.put("baton.limits.frames.per-second", "10000");
        settings.put("baton.limits.frames.burst", "10000");
        Arrays.stream(text("set").split(","))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        return settings;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
