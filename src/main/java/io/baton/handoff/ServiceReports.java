package io.baton.handoff;

import io.baton.handoff.ServiceReport.Count;
import io.baton.handoff.ServiceReport.Span;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how well departments serve. However many managers look, each window of a tenant is counted once in a while, by one of
 * them and for all departments at once; a report says of when it is.
 */
@Component
class ServiceReports {

    /** Who comes while somebody counts is shown the counts before, unless these are older than so many turns. */
    private static final int TURNS = 3;

    private final Map<Key, Shelf> shelves = new ConcurrentHashMap<>();
    private final ServiceTable table;
    private final Turn turn;

    ServiceReports(ServiceTable table, Turn turn) {
        this.table = table;
        this.turn = turn;
    }

    private record Key(Tenant tenant, ServiceWindow window) {}

    private record Counted(Span span, List<Count> counts) {}

    private static final class Shelf {
        private final ReentrantLock counting = new ReentrantLock();
        private volatile @Nullable Counted last;
    }

    ServiceTerms terms() {
        return ServiceTerms.of(turn.settings());
    }

    /** The report of a department, or of all of them together. */
    ServiceReport of(ServiceWindow window, @Nullable String department) {
        var counted = counted(window);
        var own = counted.counts().stream()
                .filter(count -> Objects.equals(count.department(), department))
                .toList();
        return ServiceReport.of(window, counted.span(), own);
    }

    private Counted counted(ServiceWindow window) {
        var shelf = shelves.computeIfAbsent(new Key(turn.who(), window), key -> new Shelf());
        var last = shelf.last;
        if (last != null && isYounger(last, window.goodFor())) {
            return last;
        }
        if (last != null && isYounger(last, window.goodFor().multipliedBy(TURNS))) {
            if (!shelf.counting.tryLock()) {
                return last;
            }
        } else {
            shelf.counting.lock();
        }
        try {
            last = shelf.last;
            var counted = last != null && isYounger(last, window.goodFor()) ? last : count(window);
            shelf.last = counted;
            return counted;
        } finally {
            shelf.counting.unlock();
        }
    }

    private Counted count(ServiceWindow window) {
        var now = turn.now();
        var zone = turn.settings().zone();
        var span = new Span(window.from(now, zone), window.firstSlice(now, zone), window.step(), now);
        return new Counted(span, table.count(span, terms()));
    }

    private boolean isYounger(Counted counted, Duration age) {
        return turn.now().isBefore(counted.span().now().plus(age));
    }
}
