package io.baton.identity;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Parameters of statements that are run all day with other values missing each time. A missing value has no type of its own,
 * and PostgreSQL parses and plans a statement anew whenever its types are others than last time; what is given here
 * always has the type of the column or cast it stands for.
 */
public final class Parameters {

    private Parameters() {}

    /** The same values, to be typed by where they stand; what is neither a text, a number nor a time stays as it is. */
    public static @Nullable Object[] inferred(@Nullable Object... values) {
        return Arrays.stream(values).map(Parameters::inferred).toArray();
    }

    /** One of them. */
    public static @Nullable Object inferred(@Nullable Object value) {
        var inferred =
                value == null || value instanceof String || value instanceof Number || value instanceof OffsetDateTime;
        return inferred ? new SqlParameterValue(Types.OTHER, value) : value;
    }
}
