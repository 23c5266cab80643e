package io.baton;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test like {@link BatonTest} whose engine runs no job on its own: the test runs each by element id. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@BatonTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
public @interface ProcessTest {}
