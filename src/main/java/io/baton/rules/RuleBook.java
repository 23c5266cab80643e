package io.baton.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** A compiled book of rules. Firing keeps no state between calls, so one book serves all threads. */
public final class RuleBook {

    private final String name;
    private final String version;
    private final KieBase rules;

    private RuleBook(String name, String version, KieBase rules) {
        this.name = name;
        this.version = version;
        this.rules = rules;
    }

    /** Compiles a book; refuses with {@link InvalidRules} when it has an error. */
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
            throw new InvalidRules(
                    name,
                    results.getMessages(Message.Level.ERROR).stream()
                            .map(message -> "line " + message.getLine() + ": " + message.getText())
                            .toList());
        }
        var rules = services.newKieContainer(release).getKieBase();
        services.getRepository().removeKieModule(release);
        return new RuleBook(name, version, rules);
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

    /** Changes whenever the text of the book changes; kept with every decision. */
    public String version() {
        return version;
    }

    /** The titles of all rules, in the order of the book's packages. */
    public List<String> titles() {
        return rules.getKiePackages().stream()
                .map(KiePackage::getRules)
                .flatMap(Collection::stream)
                .map(Rule::getName)
                .toList();
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
