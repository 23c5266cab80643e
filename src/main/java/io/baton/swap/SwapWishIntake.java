package io.baton.swap;

import io.baton.identity.Now;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Agents;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes wishes in. The person's rota is held meanwhile, so two wishes for one shift, or one too many, cannot pass together. */
@Component
@Transactional
class SwapWishIntake {

    private final SwapWishTable table;
    private final SwapWishShifts shifts;
    private final Agents agents;
    private final Now now;

    SwapWishIntake(SwapWishTable table, SwapWishShifts shifts, Agents agents, Now now) {
        this.table = table;
        this.shifts = shifts;
        this.agents = agents;
        this.now = now;
    }

    /** Keeps a wish of the current actor about an own shift that is still to come. */
    SwapWishAdded record(SwapWishForm form) {
        var actor = now.actor();
        actor.require(Role.CUSTOMER_SERVICE);
        shifts.hold(actor.id());
        var shift = shifts.get(form.gives());
        if (!shift.agentId().equals(actor.id())) {
            throw Problem.forbidden("swap_wish_not_yours");
        }
        shifts.requireToCome(shift);
        shifts.requireTakeable(form.takes());
        var at = now.instant().truncatedTo(ChronoUnit.MICROS);
        if (table.count(actor.id(), at) >= SwapWishes.MOST) {
            throw Problem.conflict("swap_wishes_full");
        }
        var agent = agents.get(actor.id());
        var wish = new SwapWish(
                Ids.next(),
                agent.id(),
                agent.name(),
                agent.department(),
                form.gives(),
                form.takes(),
                form.comment(),
                at);
        if (!table.insert(wish)) {
            throw Problem.conflict("swap_wish_exists");
        }
        return new SwapWishAdded(wish, actor, at);
    }
}
