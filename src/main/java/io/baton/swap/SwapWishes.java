package io.baton.swap;

import io.baton.identity.Now;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The standing wishes of a tenant. People keep their own, one for a shift and at most {@value #MOST} at once; leaders of a
 * department read those of its people. Nobody keeps one for somebody else.
 */
@Component
@Transactional
public class SwapWishes {

    /** The most wishes of a person at once. */
    public static final int MOST = 50;

    private static final String UNKNOWN = "swap_wish_unknown";

    private final SwapWishTable table;
    private final SwapWishIntake intake;
    private final ApplicationEventPublisher events;
    private final Now now;

    SwapWishes(SwapWishTable table, SwapWishIntake intake, ApplicationEventPublisher events, Now now) {
        this.table = table;
        this.intake = intake;
        this.events = events;
        this.now = now;
    }

    /**
     * Wishes whose shift is still to come and still the person's, newest first: the own ones, for leaders those of a
     * department, for administrators also those of all.
     */
    @Transactional(readOnly = true)
    public Page<SwapWish> list(@Nullable String department, Swaps.Window window) {
        var reader = now.actor();
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        if (department != null && !reader.leads(department)) {
            throw Problem.forbidden("forbidden");
        }
        var after = window.cursor() == null ? null : Ids.parse(window.cursor(), "cursor_unknown");
        var query = query(reader, department, after);
        return Page.cut(
                table.list(query, now.instant(), window.limit() + 1),
                window.limit(),
                wish -> wish.id().toString());
    }

    private static SwapWishTable.Query query(Actor reader, @Nullable String department, @Nullable UUID after) {
        if (reader.is(Role.ADMIN)) {
            return new SwapWishTable.Query(null, department, after);
        }
        return reader.is(Role.MANAGER)
                ? new SwapWishTable.Query(null, reader.department(), after)
                : new SwapWishTable.Query(reader.id(), null, after);
    }

    /**
     * Keeps a wish of the current actor. Refuses with 409 {@code swap_wish_exists} a second one for the shift and
     * {@code swap_wishes_full} one too many, with 403 {@code swap_wish_not_yours} somebody else's shift.
     */
    public SwapWish add(SwapWishForm form) {
        var added = intake.record(form);
        events.publishEvent(added);
        return added.wish();
    }

    /** Forgets an own wish; 404 when the tenant has none of this id, 403 when it is somebody else's. */
    public void delete(String id) {
        var actor = now.actor();
        actor.require(Role.CUSTOMER_SERVICE);
        var wish = table.find(Ids.parse(id, UNKNOWN)).orElseThrow(() -> Problem.notFound(UNKNOWN));
        if (!wish.agentId().equals(actor.id())) {
            throw Problem.forbidden("forbidden");
        }
        if (!table.delete(wish.id())) {
            throw Problem.notFound(UNKNOWN);
        }
        events.publishEvent(new SwapWishDeleted(wish, actor, now.instant()));
    }

    /** Forgets the wishes whose shift is over or is no longer the person's; how many that were. */
    int sweep() {
        var outlived = table.outlived(now.instant()).stream()
                .filter(wish -> table.delete(wish.id()))
                .toList();
        outlived.forEach(wish -> events.publishEvent(new SwapWishExpired(wish, now.actor(), now.instant())));
        return outlived.size();
    }
}
