package io.baton.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection through the proxy, from a client in front to a server at the back. */
public final class ProxyLink {

    private static final long FOREVER = Long.MAX_VALUE;
    private static final int SIP = 4_096;

    /** How a server is read: in sips of one size, so that they can be counted. */
    static final RecvByteBufAllocator SIPS = new FixedRecvByteBufAllocator(SIP).maxMessagesPerRead(1);

    private final Channel front;
    private final Channel back;
    private long allowance = FOREVER;
    private boolean deaf;
    private boolean slow;
    private @Nullable Future<?> sips;

    ProxyLink(Channel front, Channel back) {
        this.front = front;
        this.back = back;
    }

    void begin() {
        front.pipeline().addLast(new Forward(back));
        back.pipeline().addLast(new Forward(front));
        front.config().setAutoRead(true);
        back.config().setAutoRead(true);
    }

    /** Resets both ends now. */
    public void cut() {
        front.eventLoop().execute(this::reset);
    }

    /** Lets so many bytes more through, in whichever direction, and resets both ends in the middle of whatever it is. */
    public void cutAfter(long bytes) {
        front.eventLoop().execute(() -> allowance = bytes);
    }

    /** Swallows everything from now on; both ends believe that the other is still there. */
    public void halfOpen() {
        front.eventLoop().execute(() -> deaf = true);
    }

    /** Reads what the server says at no more than so many bytes per second. */
    public void slowDown(int bytesPerSecond) {
        front.eventLoop().execute(() -> {
            slow = true;
            back.config().setAutoRead(false);
            var pause = 1_000_000L * SIP / bytesPerSecond;
            sips = back.eventLoop().scheduleAtFixedRate(back::read, pause, pause, TimeUnit.MICROSECONDS);
        });
    }

    /** Reads as fast as it can again, with whatever the server has said meanwhile. */
    public void speedUp() {
        front.eventLoop().execute(() -> {
            slow = false;
            if (sips != null) {
                sips.cancel(false);
            }
            back.config().setAutoRead(true);
        });
    }

    private void reset() {
        for (var end : new Channel[] {front, back}) {
            if (end.isOpen()) {
                end.config().setOption(ChannelOption.SO_LINGER, 0);
                end.close();
            }
        }
    }

    /** Brings what comes in at one end to the other, and stops reading while the other cannot take more. */
    private final class Forward extends ChannelInboundHandlerAdapter {

        private final Channel other;

        Forward(Channel other) {
            this.other = other;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            var bytes = (ByteBuf) read;
            if (deaf) {
                bytes.release();
            } else if (bytes.readableBytes() < allowance) {
                allowance -= allowance == FOREVER ? 0 : bytes.readableBytes();
                other.writeAndFlush(bytes);
                adjust(context.channel(), other.isWritable());
            } else {
                var last = bytes.readRetainedSlice((int) allowance);
                ReferenceCountUtil.release(bytes);
                other.writeAndFlush(last).addListener(written -> reset());
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            adjust(other, context.channel().isWritable());
        }

        private void adjust(Channel reading, boolean writable) {
            if (!(slow && reading == back)) {
                reading.config().setAutoRead(writable);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (!deaf) {
                other.writeAndFlush(context.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable lost) {
            context.close();
        }
    }
}
