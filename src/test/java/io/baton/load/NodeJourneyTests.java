package io.baton.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baton.BatonTest;
import io.baton.Journeys;
import io.baton.development.CurrentBaton;
import io.baton.development.Node;
import io.baton.development.Nodes;
import io.baton.development.SharedServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** Kills the node that serves an open chat, and watches in real Chromium how the chat goes on at another one. */
@BatonTest
@TestPropertySource(properties = "baton.demo-data=true")
class NodeJourneyTests {

    @Autowired
    private Environment environment;

    @TestFactory
    Stream<DynamicTest> goOnWhenANodeIsKilled() throws IOException, InterruptedException {
        var started = new CopyOnWriteArrayList<Node>();
        try (var balancer = new TcpProxy(() -> addresses(started))) {
            var url = "http://localhost:" + balancer.address().getPort();
            try (var nodes = Nodes.beside(environment, Map.of("baton.url", url))) {
                started.add(nodes.start());
                started.add(nodes.start());
                SharedServices.all().keycloak().serve(url);
                return play(url, started);
            } finally {
                SharedServices.all().keycloak().serve(CurrentBaton.url());
            }
        }
    }

    private static Stream<DynamicTest> play(String url, List<Node> nodes) throws IOException, InterruptedException {
        var control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        control.createContext("/", exchange -> kill(exchange, nodes));
        control.start();
        try {
            return Journeys.play(
                    "nodes",
                    url,
                    Map.of(
                            "BATON_NODES_CONTROL",
                            "http://localhost:" + control.getAddress().getPort()));
        } finally {
            control.stop(0);
        }
    }

    /** {@code POST /<id of a node>/kill}; an id is the node's name with a suffix of each start. */
    private static void kill(HttpExchange exchange, List<Node> nodes) throws IOException {
        var id = exchange.getRequestURI().getPath().split("/")[1];
        var named =
                nodes.stream().filter(node -> id.startsWith(node.name() + "-")).findFirst();
        named.ifPresent(Node::kill9);
        exchange.sendResponseHeaders(named.isPresent() ? 204 : 404, -1);
        exchange.close();
    }

    private static List<InetSocketAddress> addresses(List<Node> nodes) {
        return nodes.stream()
                .map(node -> new InetSocketAddress("localhost", node.port()))
                .toList();
    }
}
