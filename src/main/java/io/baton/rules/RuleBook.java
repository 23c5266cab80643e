package io.baton.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/**
 * A compiled book of rules with its table of weights, if it has one. Firing keeps no state between calls, so one book
 * serves all threads.
 */
public final class RuleBook {

    private final String name;
    private final String version;
    private final KieBase rules;
    private final WeightTable weights;

    private RuleBook(String name, String version, KieBase rules, WeightTable weights) {
        this.name = name;
        this.version = version;
        this.rules = rules;
        this.weights = weights;
    }

    /** Compiles a book without weights; refuses with {@link InvalidRules} when it has an error. */
    public static RuleBook compile(String name, String drl) {
        var services = KieServices.get();
        var version = checksum(drl);
        var files = services.newKieFileSystem();
        var release = services.newReleaseId("io.baton.rules", name, version);
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/rules/" + packageOf(name) + "/" + name + ".drl", drl);
        var results = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        if (results.hasMessages(Message.Level.ERROR)) {
            throw InvalidRules.ofBook(
                    name,
                    results.getMessages(Message.Level.ERROR).stream()
                            .map(message -> "line " + message.getLine() + ": " + message.getText())
                            .toList());
        }
        var rules = services.newKieContainer(release).getKieBase();
        services.getRepository().removeKieModule(release);
        return new RuleBook(name, version, rules, WeightTable.NONE);
    }

    /** The same rules with the weights of a table; refuses with {@link InvalidRules} a table that does not fit them. */
    public RuleBook with(String csv) {
        return new RuleBook(name, version + "-" + checksum(csv), rules, WeightTable.parse(name, csv, marked()));
    }

    /** Lets every rule see the facts and returns what they said. */
    public Findings fire(Collection<?> facts) {
        var findings = new Findings();
        var session = rules.newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    findings.firing(event.getMatch().getRule().getName());
                }
            });
            weights.weights().forEach(session::insert);
            facts.forEach(session::insert);
            session.fireAllRules();
            return findings;
        } finally {
            session.dispose();
        }
    }

    public String name() {
        return name;
    }

    /** Changes whenever the text of the book or of its weights changes. */
    public String version() {
        return version;
    }

    /** The titles of all rules, in the order of the book's packages. */
    public List<String> titles() {
        return rules().map(Rule::getName).toList();
    }

    /** The weights that rules give: each is marked with {@code @weight(name)}. */
    private Set<String> marked() {
        return rules().map(rule -> rule.getMetaData().get("weight"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private Stream<Rule> rules() {
        return rules.getKiePackages().stream().map(KiePackage::getRules).flatMap(Collection::stream);
    }

    /** The folder that belongs to the package {@code rules.<module>} of a book. */
    private static String packageOf(String name) {
        return name.replace("-", "_");
    }

    private static String checksum(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
