package io.baton;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Objects.requireNonNullElse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house: who may import whom. */
class ModularityTests {

    /** The only classes that know the engine's inside: its bootstrap, sign-on, identity provider and answer 400. */
    private static final Set<String> ENGINE_INSIDERS =
            Set.of("EngineSettings", "EngineAuthentication", "EngineSignOn", "EngineIdentity", "StepRefused");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.baton");

    @Test
    void modulesImportOnlyWhatTheirPackageAllows() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void onlyWorkflowProcessesAndStepsKnowTheEngine() {
        noClasses()
                .that(resideInAnyPackage("io.baton..")
                        .and(DescribedPredicate.not(resideInAnyPackage("io.baton.workflow..")))
                        .and(DescribedPredicate.not(named("*Process and *Steps", "Process", "Steps"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void onlyAShortListKnowsTheInsideOfTheEngine() {
        noClasses()
                .that(describe("are no engine insiders", type -> !ENGINE_INSIDERS.contains(outermost(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..impl..")
                .check(CLASSES);
    }

    @Test
    void onlyPresenceChatAndHandoffKnowRedisson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.baton.presence..", "io.baton.chat..", "io.baton.handoff..")
                .and()
                .doNotHaveSimpleName("RedisConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.redisson..")
                .check(CLASSES);
    }

    @Test
    void onlyRulesKnowsTheRuleEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.baton.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..")
                .check(CLASSES);
    }

    @Test
    void kernelDependsOnNeitherSpringNorTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("io.baton.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.camunda..")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> named(String description, String... endings) {
        return describe(description, type -> {
            for (var ending : endings) {
                if (outermost(type).endsWith(ending)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static String outermost(JavaClass type) {
        var name = requireNonNullElse(type.getName(), "");
        var simple = name.substring(name.lastIndexOf('.') + 1);
        var nested = simple.indexOf('$');
        return nested < 0 ? simple : simple.substring(0, nested);
    }
}
