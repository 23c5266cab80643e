package io.baton.chat;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Blocks customers and addresses for the whole company, and lets them in again: managers and administrators, always with a
 * reason, always in the trail.
 */
@Component
@Transactional
public class Blocks {

    private static final int REASON = 500;

    private final BlockTable table;
    private final Blocklist blocklist;
    private final Customers customers;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocks(
            BlockTable table,
            Blocklist blocklist,
            Customers customers,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.blocklist = blocklist;
        this.customers = customers;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Block> list(int limit, @Nullable UUID before) {
        requireLeader();
        if (before != null && table.find(before).isEmpty()) {
            throw Problem.notFound("cursor_unknown");
        }
        return Page.cut(
                table.list(before, limit + 1), limit, block -> block.id().toString());
    }

    /** What holds for a customer at this time; only managers and administrators may know. */
    @Transactional(readOnly = true)
    public Optional<Block> of(UUID customer) {
        requireLeader();
        return table.ofCustomer(customer, clock.instant());
    }

    public Block customer(UUID customer, String reason, @Nullable Instant until) {
        requireLeader();
        if (customers.find(customer).isEmpty()) {
            throw Problem.notFound("customer_unknown");
        }
        return add(Block.Kind.CUSTOMER, customer.toString(), reason, until);
    }

    public Block address(String address, String reason, @Nullable Instant until) {
        requireLeader();
        return add(Block.Kind.ADDRESS, AddressRange.parse(address).toString(), reason, until);
    }

    /** Whether it is in force now. */
    public boolean holds(Block block) {
        return block.holdsAt(clock.instant());
    }

    public void lift(UUID id) {
        var actor = requireLeader();
        var block = table.find(id).orElseThrow(() -> Problem.notFound("block_unknown"));
        if (!table.delete(id)) {
            throw Problem.notFound("block_unknown");
        }
        events.publishEvent(new BlockLifted(actor, block, clock.instant()));
        AfterCommit.run(() -> blocklist.forget(actor.tenant()));
    }

    private Block add(Block.Kind kind, String subject, String reason, @Nullable Instant until) {
        Bounds.text("reason", reason, 1, REASON);
        Bounds.time("until", until);
        var actor = current.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (until != null && !until.isAfter(now)) {
            throw Problem.invalid("until", "must be in the future");
        }
        var block = new Block(Ids.next(), kind, subject, reason.strip(), actor.id(), now, until);
        if (!table.insert(block)) {
            throw Problem.conflict("blocked_already");
        }
        events.publishEvent(new BlockImposed(actor, block, now));
        AfterCommit.run(() -> blocklist.forget(actor.tenant()));
        return block;
    }

    private Actor requireLeader() {
        var actor = current.get();
        actor.require(Role.MANAGER, Role.ADMIN);
        return actor;
    }
}
