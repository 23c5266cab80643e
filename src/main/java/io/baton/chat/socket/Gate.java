package io.baton.chat.socket;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * HTTP for a house to which thousands may come back at once. Those who talk meanwhile overtake the crowd, and while there is
 * one, new connections are taken slowly: in the queue of the operating system they cost next to nothing, here each that
 * waits costs about 90 KB, and the collector would keep everybody waiting. The container makes it by its name.
 */
public final class Gate extends Http11NioProtocol {

    /** So much work of the crowd is handed to the threads ahead of what is said next. */
    static final int FEW = 16;

    /** So much work that waits is a crowd. */
    private static final int CROWD = 256;

    /** One more is taken after so long however many wait: they may wait for somebody who is away. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private static final Duration STEP = Duration.ofMillis(1);

    private final Endpoint endpoint;

    public Gate() {
        this(new Endpoint());
    }

    private Gate(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** The gate of a web server, when it has one. */
    static Optional<Gate> of(WebServer server) {
        return server instanceof TomcatWebServer tomcat
                        && tomcat.getTomcat().getConnector().getProtocolHandler() instanceof Gate gate
                ? Optional.of(gate)
                : Optional.empty();
    }

    /** Tells when there is a crowd further inside. */
    void watch(BooleanSupplier crowded) {
        endpoint.crowded = crowded;
    }

    /** Who works here, once the container has named its threads. */
    Optional<TalkersFirst> talkersFirst() {
        return Optional.ofNullable(endpoint.talkersFirst);
    }

    /**
     * Those who wait are told each second how time passes. Open sockets have no use for that, and to enter them and strike
     * them off again for each frame was 6 % of what the JVM did for messages.
     */
    @Override
    public void addWaitingProcessor(Processor processor) {
        if (!isSocket(processor)) {
            super.addWaitingProcessor(processor);
        }
    }

    @Override
    public void removeWaitingProcessor(Processor processor) {
        if (!isSocket(processor)) {
            super.removeWaitingProcessor(processor);
        }
    }

    private static boolean isSocket(Processor processor) {
        return processor.isUpgrade()
                && processor.getUpgradeToken().getHttpUpgradeHandler() instanceof WsHttpUpgradeHandler;
    }

    @Override
    public void setExecutor(Executor threads) {
        endpoint.talkersFirst = new TalkersFirst(threads, FEW);
        super.setExecutor(endpoint.talkersFirst);
    }

    private static final class Endpoint extends NioEndpoint {

        private volatile BooleanSupplier crowded = () -> false;
        private volatile @Nullable TalkersFirst talkersFirst;

        @Override
        protected SocketChannel serverSocketAccept() throws Exception {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (isCrowded() && System.nanoTime() - until < 0) {
                LockSupport.parkNanos(STEP.toNanos());
            }
            return super.serverSocketAccept();
        }

        private boolean isCrowded() {
            var executor = talkersFirst;
            return crowded.getAsBoolean() || (executor != null && executor.waiting() >= CROWD);
        }

        @Override
        protected SocketProcessorBase<NioChannel> createSocketProcessor(
                SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            return new Turn(socket, event);
        }

        private final class Turn extends SocketProcessor implements TalkersFirst.Turn {

            Turn(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
                super(socket, event);
            }

            /** Who has opened a socket and says something; who has hung up says nothing any more. */
            @Override
            public boolean isOfTalker() {
                return socketWrapper.getCurrentProcessor() instanceof Processor processor
                        && isSocket(processor)
                        && (event == SocketEvent.OPEN_WRITE || says(socketWrapper.getSocket()));
            }

            private static boolean says(NioChannel channel) {
                try {
                    var socket = channel.getIOChannel();
                    return socket != null && socket.socket().getInputStream().available() > 0;
                } catch (IOException hungUp) {
                    return false;
                }
            }
        }
    }
}
