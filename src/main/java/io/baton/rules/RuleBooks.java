package io.baton.rules;

import io.baton.kernel.Workspace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens rule books by name from {@code rules/<name>.drl}. When the text in the workspace changes, the next firing uses
 * the new rules; a text that does not compile is refused and the rules before stay in force.
 */
@Component
public class RuleBooks {

    private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);

    private record Edition(String text, RuleBook book) {}

    private final Workspace workspace;
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();

    RuleBooks(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Compiles the book on first use; refuses with {@link InvalidRules} when there is no edition that compiles. */
    public RuleBook open(String name) {
        var text = workspace.read("rules/" + name + ".drl");
        return editions.compute(name, (key, edition) -> renew(name, text, edition))
                .book();
    }

    private static Edition renew(String name, String text, @Nullable Edition edition) {
        if (edition != null && edition.text().equals(text)) {
            return edition;
        }
        try {
            return new Edition(text, RuleBook.compile(name, text));
        } catch (InvalidRules invalid) {
            if (edition == null) {
                throw invalid;
            }
            log.warn("The rules before stay in force: {}", invalid.getMessage());
            return new Edition(text, edition.book());
        }
    }
}
