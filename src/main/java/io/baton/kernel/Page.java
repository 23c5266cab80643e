package io.baton.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list and the cursor of the next one; no cursor means that this is the last. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items a caller may ask for at once. */
    public static final int LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, null);
    }

    /** Cuts a list that was read with one item more than the limit; the cursor is made from the last item kept. */
    public static <T> Page<T> cut(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return last(oneMore);
        }
        return new Page<>(oneMore.subList(0, limit), cursor.apply(oneMore.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
