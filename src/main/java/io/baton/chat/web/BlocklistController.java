package io.baton.chat.web;

import io.baton.chat.Block;
import io.baton.chat.Blocks;
import io.baton.chat.Customer;
import io.baton.chat.Customers;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is not served: blocked and let in again by managers and administrators, for the whole company. */
@RestController
@RequestMapping("/api/v1/blocklist")
class BlocklistController {

    private final Blocks blocks;
    private final Customers customers;
    private final AgentNames names;

    BlocklistController(Blocks blocks, Customers customers, AgentNames names) {
        this.blocks = blocks;
        this.customers = customers;
        this.names = names;
    }

    /**
     * A block as a list shows it.
     *
     * @param subjectName the customer's name, or the address
     * @param holds whether it is in force now
     */
    record Shown(
            UUID id,
            Block.Kind kind,
            String subject,
            String subjectName,
            String reason,
            String blockedBy,
            String blockedByName,
            Instant blockedAt,
            @Nullable Instant until,
            boolean holds) {}

    /**
     * Either a customer or an address.
     *
     * @param address one address or a range as CIDR
     * @param until when it ends by itself; absent for never
     */
    record Wish(
            @Nullable UUID customer,
            @Size(max = 50) @Nullable String address,
            @NotBlank @Size(max = 500) String reason,
            @Nullable Instant until) {}

    @GetMapping
    Page<Shown> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return blocks.list(limit, cursor == null ? null : Ids.parse(cursor, "cursor_unknown"))
                .map(this::shown);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(@Valid @RequestBody Wish wish) {
        var customer = wish.customer();
        var address = wish.address();
        if (customer != null && address == null) {
            return shown(blocks.customer(customer, wish.reason(), wish.until()));
        }
        if (address != null && customer == null) {
            return shown(blocks.address(address, wish.reason(), wish.until()));
        }
        throw Problem.invalid("customer", "either a customer or an address");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String id) {
        blocks.lift(Ids.parse(id, "block_unknown"));
    }

    private Shown shown(Block block) {
        var name = block.kind() == Block.Kind.ADDRESS
                ? block.subject()
                : customers
                        .find(UUID.fromString(block.subject()))
                        .map(Customer::name)
                        .orElse(block.subject());
        return new Shown(
                block.id(),
                block.kind(),
                block.subject(),
                name,
                block.reason(),
                block.blockedBy(),
                names.of(block.blockedBy()),
                block.blockedAt(),
                block.until(),
                blocks.holds(block));
    }
}
