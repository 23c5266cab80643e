package io.baton.development;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Points log-in, log-out and the test's HTTP client to the Baton of the test class that runs now, and the engine's web
 * applications to its engine: they look it up by a name that all contexts of the JVM share.
 */
public final class CurrentBaton implements TestExecutionListener {

    private static volatile String url = "";

    /** The address of the Baton under test. */
    public static String url() {
        return url;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var current = test.getApplicationContext().getEnvironment().getRequiredProperty("BATON_URL");
        SharedServices.all().keycloak().serve(current);
        url = current;
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
