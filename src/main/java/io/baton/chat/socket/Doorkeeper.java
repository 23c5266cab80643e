package io.baton.chat.socket;

import io.baton.chat.Credentials;
import io.baton.chat.SocketTickets;
import io.baton.identity.SignedIn;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds out who wants to open a socket: by ticket, by bearer token in the subprotocol or the header, or by browser session.
 * Refuses tokens in the address, where they would end up in logs, and whoever comes to the wrong door.
 */
@Component
class Doorkeeper {

    private static final Set<String> LEAKS =
            Set.of("token", "access_token", "bearer", "bearer_token", "authorization", "jwt", "id_token");
    private static final String SUBPROTOCOL = "bearer.";

    private final Credentials credentials;
    private final SocketTickets tickets;
    private final Origins origins;

    Doorkeeper(Credentials credentials, SocketTickets tickets, Origins origins) {
        this.credentials = credentials;
        this.tickets = tickets;
        this.origins = origins;
    }

    SignedIn admit(HttpServletRequest request) {
        if (request.getParameterMap().keySet().stream()
                .anyMatch(name -> LEAKS.contains(name.toLowerCase(Locale.ROOT)))) {
            throw Problem.of(401, "token_in_address", Map.of());
        }
        var who = byTicket(request)
                .or(() -> byToken(request))
                .or(() -> bySession(request))
                .orElseThrow(Problem::unauthenticated);
        var staffDoor = request.getRequestURI().endsWith("/agent");
        if (who.visitor() == staffDoor) {
            throw Problem.forbidden("forbidden");
        }
        origins.requireAllowed(request, who.actor().tenant());
        return who;
    }

    private Optional<SignedIn> byTicket(HttpServletRequest request) {
        var ticket = request.getParameter("ticket");
        return ticket == null
                ? Optional.empty()
                : Optional.of(tickets.redeem(ticket).orElseThrow(() -> Problem.of(401, "ticket_invalid", Map.of())));
    }

    private Optional<SignedIn> byToken(HttpServletRequest request) {
        return Stream.concat(subprotocols(request), Credentials.header(request).stream())
                .findFirst()
                .map(token ->
                        credentials.ofBearer(token).orElseThrow(() -> Problem.of(401, "token_invalid", Map.of())));
    }

    private Optional<SignedIn> bySession(HttpServletRequest request) {
        var who = credentials.ofSession(request);
        if (who.isPresent()) {
            origins.requireSame(request);
        }
        return who;
    }

    private static Stream<String> subprotocols(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(SUBPROTOCOL))
                .map(protocol -> protocol.substring(SUBPROTOCOL.length()));
    }
}
