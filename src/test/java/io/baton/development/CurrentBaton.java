package io.baton.development;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Points log-in, log-out and the test's HTTP client to the Baton of the test class that runs now. */
public final class CurrentBaton implements TestExecutionListener {

    private static volatile String url = "";

    /** The address of the Baton under test. */
    public static String url() {
        return url;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var current = test.getApplicationContext().getEnvironment().getRequiredProperty("BATON_URL");
        if (!current.equals(url)) {
            SharedServices.all().keycloak().serve(current);
            url = current;
        }
    }
}
