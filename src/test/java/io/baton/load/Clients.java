package io.baton.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** All clients of a run on a few event loops; they share their habits, the ledger and the meter. */
final class Clients implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int SLICES = 20;
    private static final int TICK_MILLIS = 50;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long HANDSHAKE_MILLIS = 15_000;
    private static final int LARGEST_FRAME = 4 << 20;

    private final NioEventLoopGroup loops = new NioEventLoopGroup(LOOPS);
    private final Numbers numbers = new Numbers();
    private final Frames frames = new Frames(numbers);
    private final Ledger ledger = new Ledger();
    private final Meter meter = new Meter();
    private final List<Chat> chats = new ArrayList<>();
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();
    private final AtomicInteger ready = new AtomicInteger();
    private final @Nullable SslContext tls;
    private final Visitors visitors;
    private final Door door;
    private volatile Habits habits;

    Clients(Door door, Habits habits) {
        this.door = door;
        this.habits = habits;
        this.visitors = new Visitors(door.rest(), "");
        this.tls = door.secure() ? tls() : null;
    }

    /** Adds chats for guests; their sockets are not open yet. */
    List<Chat> add(List<Visitors.Guest> guests) {
        var added = new ArrayList<Chat>();
        for (var guest : guests) {
            added.add(new Chat(chats.size() + added.size(), guest, loops.next(), this));
        }
        chats.addAll(added);
        for (var loop : loops) {
            var mine = added.stream().filter(chat -> chat.loop() == loop).toList();
            var slice = new AtomicInteger();
            loop.scheduleAtFixedRate(
                    () -> tick(mine, slice.getAndIncrement() % SLICES),
                    TICK_MILLIS,
                    TICK_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
        return added;
    }

    private static void tick(List<Chat> mine, int slice) {
        var now = System.nanoTime();
        for (var at = slice; at < mine.size(); at += SLICES) {
            mine.get(at).devices().forEach(device -> device.tick(now));
        }
    }

    void connect(Device device) {
        var address = door.address(device.number(), Math.max(0, device.attempts()));
        bootstrap(device).connect(address).addListener((ChannelFuture opening) -> {
            if (!opening.isSuccess()) {
                trouble("refused connections");
                device.closed(0);
            }
        });
    }

    /** Gets a new token for a client whose token is over, then connects it again. */
    void renew(Device device) {
        var chat = device.chat();
        Thread.ofVirtual().start(() -> {
            try {
                var token = visitors.renew(chat.guest().token());
                chat.loop().execute(() -> chat.admit(token));
            } catch (IOException | InterruptedException | IllegalStateException later) {
                trouble("renewals refused");
            }
            chat.loop().schedule(device::connect, 1, TimeUnit.SECONDS);
        });
    }

    private Bootstrap bootstrap(Device device) {
        EventLoop loop = device.chat().loop();
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        initialize(channel, device);
                    }
                });
    }

    private void initialize(Channel channel, Device device) {
        var pipeline = channel.pipeline();
        if (tls != null) {
            pipeline.addLast(tls.newHandler(channel.alloc()));
        }
        var handshake = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(door.socket("/ws/customer"))
                .subprotocol("baton.v1,bearer." + device.chat().guest().token())
                .maxFramePayloadLength(LARGEST_FRAME)
                .handshakeTimeoutMillis(HANDSHAKE_MILLIS)
                .generateOriginHeader(false)
                .handleCloseFrames(false)
                .withUTF8Validator(false)
                .build();
        pipeline.addLast(
                new HttpClientCodec(),
                new HttpObjectAggregator(8_192),
                new WebSocketClientProtocolHandler(handshake),
                new WebSocketFrameAggregator(LARGEST_FRAME),
                new SocketReader(device, this));
    }

    List<Chat> chats() {
        return List.copyOf(chats);
    }

    Numbers numbers() {
        return numbers;
    }

    Frames frames() {
        return frames;
    }

    Ledger ledger() {
        return ledger;
    }

    Meter meter() {
        return meter;
    }

    Habits habits() {
        return habits;
    }

    void adopt(Habits others) {
        habits = others;
    }

    /** How many clients were told READY and are still connected. */
    int readyCount() {
        return ready.get();
    }

    /** How often something went wrong that clients live with, by kind. */
    Map<String, Long> troubles() {
        var counts = new java.util.TreeMap<String, Long>();
        troubles.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    void ready(Device device, String node) {
        ready.incrementAndGet();
    }

    void disconnected() {
        trouble("reconnections");
    }

    /** How often a client had to come back. */
    long reconnections() {
        return troubles().getOrDefault("reconnections", 0L);
    }

    void left() {
        ready.decrementAndGet();
    }

    void refused(String code) {
        trouble("error " + code);
    }

    void closed(int code) {
        trouble("close " + code);
    }

    void dead() {
        trouble("no pong");
    }

    void failed(Throwable failure) {
        trouble(failure.getClass().getSimpleName() + " " + failure.getMessage());
    }

    private void trouble(String kind) {
        troubles.computeIfAbsent(kind, key -> new LongAdder()).increment();
    }

    private static SslContext tls() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        meter.close();
        chats.forEach(chat -> chat.loop().execute(() -> chat.devices().forEach(Device::leave)));
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
