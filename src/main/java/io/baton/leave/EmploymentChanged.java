package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody wrote down since when a person works; written to the trail of the balance in the same transaction. */
public record EmploymentChanged(
        Actor actor, String person, @Nullable String department, Employment was, Employment is, Instant at)
        implements Recorded {

    @Override
    public String kind() {
        return "balance";
    }

    @Override
    public String subjectId() {
        return person;
    }

    @Override
    public String owner() {
        return person;
    }

    @Override
    public String before() {
        return text(was);
    }

    @Override
    public String after() {
        return text(is);
    }

    private static String text(Employment employment) {
        return text(employment.worksSince()) + " / " + text(employment.employedSince());
    }

    private static String text(@Nullable Object date) {
        return date == null ? "–" : date.toString();
    }
}
