package io.baton.chat;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns away customers who are blocked, or who come from a blocked address. Asks the database every ten seconds and not
 * for each guest, so that a change on another node holds here a little later. Never applies to staff.
 */
@Component
public class Blocklist {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final BlockTable table;
    private final TenantScope scope;
    private final CurrentActor current;
    private final Clock clock;
    private final Map<Tenant, Known> known = new ConcurrentHashMap<>();

    private record Range(AddressRange addresses, Block block) {}

    private record Known(Instant at, Map<String, Block> customers, List<Range> ranges) {

        static Known of(Instant at, List<Block> blocks) {
            return new Known(
                    at,
                    blocks.stream()
                            .filter(block -> block.kind() == Block.Kind.CUSTOMER)
                            .collect(Collectors.toUnmodifiableMap(Block::subject, block -> block)),
                    blocks.stream()
                            .filter(block -> block.kind() == Block.Kind.ADDRESS)
                            .map(block -> new Range(AddressRange.parse(block.subject()), block))
                            .toList());
        }

        boolean blocksCustomer(String customer, Instant now) {
            var block = customers.get(customer);
            return block != null && block.holdsAt(now);
        }

        boolean blocksAddress(String address, Instant now) {
            return !ranges.isEmpty()
                    && ranges.stream()
                            .anyMatch(range -> range.block().holdsAt(now)
                                    && range.addresses().contains(address));
        }
    }

    Blocklist(BlockTable table, TenantScope scope, CurrentActor current, Clock clock) {
        this.table = table;
        this.scope = scope;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Passes when a customer may come in; otherwise 403 {@code blocked}. Whose conversation has not ended may go on with it:
     * a block keeps people from being asked for, and cuts nobody off in the middle.
     *
     * @param customer the visitor id, absent before there is one
     * @param address where the request comes from, as the servlet request tells it
     */
    public void requireWelcome(Tenant tenant, @Nullable String customer, @Nullable String address) {
        var now = clock.instant();
        var blocks = known(tenant, now);
        var blocked = (customer != null && blocks.blocksCustomer(customer, now))
                || (address != null && blocks.blocksAddress(address, now));
        if (blocked && (customer == null || !talks(tenant, customer))) {
            throw Problem.forbidden("blocked");
        }
    }

    /** Whether this customer of the current actor's tenant is blocked, wherever from. */
    public boolean blocks(String customer) {
        var now = clock.instant();
        return known(current.tenant(), now).blocksCustomer(customer, now);
    }

    /** Whether the address is blocked in the current actor's tenant. */
    public boolean blocksAddress(String address) {
        var now = clock.instant();
        return known(current.tenant(), now).blocksAddress(address, now);
    }

    private boolean talks(Tenant tenant, String customer) {
        return scope.call(tenant, () -> table.talks(UUID.fromString(customer)));
    }

    void forget(Tenant tenant) {
        known.remove(tenant);
    }

    private Known known(Tenant tenant, Instant now) {
        var remembered = known.get(tenant);
        if (remembered != null && remembered.at().plus(REMEMBERED).isAfter(now)) {
            return remembered;
        }
        var read = Known.of(now, scope.call(tenant, () -> table.holding(now)));
        known.put(tenant, read);
        return read;
    }
}
