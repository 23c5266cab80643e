package io.baton.swap;

import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Exchange;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes proposals in. Everybody's rota is held from the first look to the end of the transaction, so what the rules see is
 * what is there, and of two proposals for one shift the later one reads that the earlier one holds it.
 */
@Component
@Transactional
class SwapIntake {

    private final Swaps swaps;
    private final SwapTable table;
    private final SwapSubjects subjects;
    private final Exchange exchange;
    private final Tenants tenants;
    private final Now now;

    SwapIntake(Swaps swaps, SwapTable table, SwapSubjects subjects, Exchange exchange, Tenants tenants, Now now) {
        this.swaps = swaps;
        this.table = table;
        this.subjects = subjects;
        this.exchange = exchange;
        this.tenants = tenants;
        this.now = now;
    }

    /** Records a proposal of the current actor, who takes part in it; nothing is decided by that. */
    Swap record(UUID id, SwapForm form) {
        var actor = now.actor();
        actor.require(Role.CUSTOMER_SERVICE);
        if (!form.people().contains(actor.id())) {
            throw Problem.forbidden("swap_not_yours");
        }
        exchange.hold(form.people());
        var items = subjects.items(form);
        subjects.of(form);
        var at = now.instant();
        var number = table.nextNumber(LocalDate.ofInstant(at, tenants.settings().zone()));
        return swaps.save(Swap.propose(id, number, items, form.comment(), actor, at));
    }
}
