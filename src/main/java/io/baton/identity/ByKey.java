package io.baton.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Transactional;

/**
 * A transaction all of whose statements find a few rows by their keys, also those of the engine. PostgreSQL keeps their plans
 * instead of making some of them anew each time, and reads along indexes only, whatever it believes of the size of a table
 * when it makes a plan. Not for lists and reports, whose best plan depends on their parameters. Changes nothing when a
 * transaction is under way already.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(label = ByKey.LABEL)
public @interface ByKey {

    String LABEL = "by key";
}
