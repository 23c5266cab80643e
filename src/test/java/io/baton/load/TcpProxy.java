package io.baton.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Forwards connections to several addresses in turn, and to the next one when an address does not answer. Each connection
 * can be cut at any byte, left half open, or slowed down.
 */
public final class TcpProxy implements AutoCloseable {

    /** Small, so that a slow reader is felt by the server and not hidden by the system's buffers. */
    private static final int BUFFER = 16 << 10;

    private static final int CONNECT_MILLIS = 2_000;

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final Supplier<List<InetSocketAddress>> targets;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final Channel server;

    /** Listens on a free port of the loopback address. */
    public TcpProxy(List<InetSocketAddress> targets) {
        this(() -> targets);
    }

    /** The same for addresses that are known later than that of the proxy. */
    public TcpProxy(Supplier<List<InetSocketAddress>> targets) {
        this.targets = targets;
        this.server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4_096)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel front) {
                        connect(front, turn.getAndIncrement(), 0);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Where clients connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.localAddress();
    }

    /** The connections that are open now. */
    public List<ProxyLink> links() {
        return List.copyOf(links);
    }

    private void connect(Channel front, int first, int attempt) {
        var addresses = targets.get();
        if (attempt == addresses.size()) {
            front.close();
            return;
        }
        new Bootstrap()
                .group(front.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_RCVBUF, BUFFER)
                .option(ChannelOption.RCVBUF_ALLOCATOR, ProxyLink.SIPS)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel back) {
                        // the link is made when both ends are there
                    }
                })
                .connect(addresses.get(Math.floorMod(first + attempt, addresses.size())))
                .addListener((ChannelFuture opening) -> {
                    if (opening.isSuccess()) {
                        link(front, opening.channel());
                    } else {
                        connect(front, first, attempt + 1);
                    }
                });
    }

    private void link(Channel front, Channel back) {
        var link = new ProxyLink(front, back);
        links.add(link);
        back.closeFuture().addListener(closed -> links.remove(link));
        link.begin();
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        links.forEach(ProxyLink::cut);
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
