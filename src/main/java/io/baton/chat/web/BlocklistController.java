package io.baton.chat.web;

import io.baton.chat.Block;
import io.baton.chat.Blocks;
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

    BlocklistController(Blocks blocks) {
        this.blocks = blocks;
    }

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
    Page<Block> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return blocks.list(limit, cursor == null ? null : Ids.parse(cursor, "cursor_unknown"));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Block add(@Valid @RequestBody Wish wish) {
        var customer = wish.customer();
        var address = wish.address();
        if (customer != null && address == null) {
            return blocks.customer(customer, wish.reason(), wish.until());
        }
        if (address != null && customer == null) {
            return blocks.address(address, wish.reason(), wish.until());
        }
        throw Problem.invalid("customer", "either a customer or an address");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String id) {
        blocks.lift(Ids.parse(id, "block_unknown"));
    }
}
