package io.baton.load;

import io.baton.development.Node;
import io.baton.development.Nodes;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Baton that is measured: nodes of our own, or a foreign address whose processes we cannot reach. */
final class Baton implements AutoCloseable {

    private final Door door;
    private final @Nullable Nodes nodes;

    private Baton(Door door, @Nullable Nodes nodes) {
        this.door = door;
        this.nodes = nodes;
    }

    static Baton foreign(URI url) {
        return new Baton(Door.of(url), null);
    }

    static Baton own(Nodes nodes, int count) {
        for (var number = 0; number < count; number++) {
            nodes.start();
        }
        var addresses = nodes.all().stream()
                .map(node -> new InetSocketAddress("127.0.0.1", node.port()))
                .toList();
        return new Baton(
                Door.of(URI.create("http://127.0.0.1:" + nodes.all().getFirst().port()))
                        .through(addresses),
                nodes);
    }

    Door door() {
        return door;
    }

    List<Node> nodes() {
        return nodes == null ? List.of() : nodes.all();
    }

    @Override
    public void close() {
        if (nodes != null) {
            nodes.close();
        }
    }
}
