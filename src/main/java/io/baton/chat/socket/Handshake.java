package io.baton.chat.socket;

import io.baton.identity.Problems;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets a guest in or answers with 401, 403 or 429 before there is a socket. */
@Component
class Handshake implements HandshakeInterceptor {

    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Map<String, Locale> LANGUAGES =
            Map.of("zh-CN", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    private final Doorkeeper doorkeeper;
    private final Unwelcome unwelcome;
    private final Connections connections;
    private final LocaleResolver locales;
    private final Problems problems;

    Handshake(
            Doorkeeper doorkeeper,
            Unwelcome unwelcome,
            Connections connections,
            LocaleResolver locales,
            Problems problems) {
        this.doorkeeper = doorkeeper;
        this.unwelcome = unwelcome;
        this.connections = connections;
        this.locales = locales;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var asked = ((ServletServerHttpRequest) request).getServletRequest();
        try {
            var guest = new Guest(doorkeeper.admit(asked), asked.getRemoteAddr(), device(asked), language(asked));
            unwelcome.requireWelcome(guest);
            connections.keepRoom(guest);
            asked.setAttribute(Guest.ATTRIBUTE, guest);
            attributes.put(Guest.ATTRIBUTE, guest);
            return true;
        } catch (Problem refusal) {
            problems.write(refusal, asked, ((ServletServerHttpResponse) response).getServletResponse());
            return false;
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        var asked = ((ServletServerHttpRequest) request).getServletRequest();
        var status = ((ServletServerHttpResponse) response).getServletResponse().getStatus();
        if (status != HttpServletResponse.SC_SWITCHING_PROTOCOLS
                && asked.getAttribute(Guest.ATTRIBUTE) instanceof Guest guest) {
            connections.giveRoomBack(guest);
        }
    }

    /** What the person has chosen: a page cannot set the header of a socket, which tells the browser's language. */
    private Locale language(HttpServletRequest request) {
        var chosen = request.getParameter("lang");
        return chosen != null && LANGUAGES.containsKey(chosen) ? LANGUAGES.get(chosen) : locales.resolveLocale(request);
    }

    private static String device(HttpServletRequest request) {
        var device = request.getParameter("device");
        return device != null && DEVICE.matcher(device).matches()
                ? device
                : UUID.randomUUID().toString();
    }
}
