package io.baton.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** Where clients go in: one address for requests, and one or several for sockets, taken in turn by each client. */
record Door(URI rest, List<InetSocketAddress> sockets) {

    /** One address for everything. */
    static Door of(URI url) {
        var port = url.getPort() > 0 ? url.getPort() : secure(url) ? 443 : 80;
        return new Door(url, List.of(new InetSocketAddress(url.getHost(), port)));
    }

    Door through(List<InetSocketAddress> others) {
        return new Door(rest, others);
    }

    /** Another address after each failed attempt. */
    InetSocketAddress address(int client, int attempt) {
        return sockets.get((client + attempt) % sockets.size());
    }

    boolean secure() {
        return secure(rest);
    }

    /** The address as the handshake names it. */
    URI socket(String path) {
        return URI.create((secure() ? "wss://" : "ws://") + rest.getAuthority() + path);
    }

    private static boolean secure(URI url) {
        return "https".equals(url.getScheme());
    }
}
