package io.baton.handoff;

import io.baton.chat.Addresses;
import io.baton.chat.Blocklist;
import io.baton.chat.Blocks;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a customer is blocked, and what those who may block are told besides. */
@Component
class CustomerStandings {

    private final Blocklist blocklist;
    private final Blocks blocks;
    private final Addresses addresses;
    private final Turn turn;

    CustomerStandings(Blocklist blocklist, Blocks blocks, Addresses addresses, Turn turn) {
        this.blocklist = blocklist;
        this.blocks = blocks;
        this.addresses = addresses;
        this.turn = turn;
    }

    /** Who asks; refuses everybody with 403 who has nothing to do with customers. */
    Actor reader() {
        var actor = turn.actor();
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return actor;
    }

    CustomerRecord.Standing of(UUID customer) {
        var actor = turn.actor();
        if (actor.is(Role.MANAGER) || actor.is(Role.ADMIN)) {
            var block = blocks.of(customer).orElse(null);
            return new CustomerRecord.Standing(
                    block != null, addresses.of(customer).orElse(null), block);
        }
        return new CustomerRecord.Standing(blocklist.blocks(customer.toString()), null, null);
    }
}
