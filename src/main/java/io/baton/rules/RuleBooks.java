package io.baton.rules;

import io.baton.kernel.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens rule books by name from {@code rules/<name>.drl}, and their weights from {@code rules/<name>-weights.csv} if there
 * is such a file. When a text in the workspace changes, the next firing uses it; rules that do not compile and weights that
 * do not fit are refused, and those before stay in force.
 */
@Component
public class RuleBooks {

    private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);

    /** The newest texts, and the book of the newest that were in order. */
    private record Edition(String text, Optional<String> table, RuleBook book) {

        boolean is(String drl, Optional<String> csv) {
            return text.equals(drl) && table.equals(csv);
        }
    }

    private final Workspace workspace;
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();

    RuleBooks(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Compiles the book on first use; refuses with {@link InvalidRules} when there is no edition that compiles. */
    public RuleBook open(String name) {
        var text = workspace.read("rules/" + name + ".drl");
        var table = workspace.find("rules/" + name + "-weights.csv");
        return editions.compute(
                        name,
                        (key, edition) -> edition != null && edition.is(text, table)
                                ? edition
                                : renew(name, text, table, edition))
                .book();
    }

    private static Edition renew(String name, String text, Optional<String> table, @Nullable Edition edition) {
        try {
            var rules = RuleBook.compile(name, text);
            return new Edition(text, table, table.map(rules::with).orElse(rules));
        } catch (InvalidRules invalid) {
            if (edition == null) {
                throw invalid;
            }
            log.warn("The rules before stay in force: {}", invalid.getMessage());
            return new Edition(text, table, edition.book());
        }
    }
}
