package io.baton.ticket.web;

import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.ticket.Ticket;
import io.baton.ticket.TicketState;
import io.baton.ticket.Tickets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    record Shown(
            UUID id,
            String number,
            UUID conversationId,
            String subject,
            String customer,
            String reason,
            TicketState state,
            String department,
            Instant createdAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            @Nullable String note) {

        static Shown of(Ticket ticket) {
            var about = ticket.about();
            var resolution = ticket.resolution();
            return new Shown(
                    ticket.id(),
                    ticket.number(),
                    about.conversationId(),
                    about.subject(),
                    about.customer().name(),
                    about.reason(),
                    ticket.state(),
                    about.department(),
                    ticket.createdAt(),
                    resolution == null ? null : resolution.at(),
                    resolution == null ? null : resolution.by(),
                    resolution == null ? null : resolution.note());
        }
    }

    record Resolve(@NotBlank @Size(max = 2000) String note) {}

    @GetMapping
    Page<Shown> list(
            @RequestParam(required = false) @Nullable TicketState state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return tickets.list(state, cursor, limit).map(Shown::of);
    }

    @PostMapping("/{id}/resolution")
    Shown resolve(@PathVariable String id, @RequestBody @Valid Resolve answer) {
        return Shown.of(tickets.resolve(Ids.parse(id, "ticket_unknown"), answer.note()));
    }
}
