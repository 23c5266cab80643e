package io.baton.chat.web;

import io.baton.chat.Credentials;
import io.baton.chat.SocketTickets;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges whatever signs a request in for a ticket that opens one socket. */
@RestController
class SocketTicketController {

    private final Credentials credentials;
    private final SocketTickets tickets;

    SocketTicketController(Credentials credentials, SocketTickets tickets) {
        this.credentials = credentials;
        this.tickets = tickets;
    }

    @PostMapping("/api/v1/socket-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    SocketTickets.Ticket issue(HttpServletRequest request) {
        return tickets.issue(credentials.of(request).orElseThrow(Problem::unauthenticated));
    }
}
