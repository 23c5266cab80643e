package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;

/** Brings what comes out of a socket to its client. */
final class SocketReader extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ThreadLocal<FrameScan> SCAN = ThreadLocal.withInitial(FrameScan::new);
    private static final int LOST = 1006;

    private final Device device;
    private final Clients clients;
    private int code = LOST;

    SocketReader(Device device, Clients clients) {
        this.device = device;
        this.clients = clients;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            device.opened(context.channel());
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            context.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) throws IOException {
        if (frame instanceof TextWebSocketFrame text) {
            var scan = SCAN.get();
            scan.read(text.content());
            read(scan);
        } else if (frame instanceof CloseWebSocketFrame close) {
            code = close.statusCode();
            clients.closed(code);
            context.close();
        }
    }

    private void read(FrameScan frame) throws IOException {
        switch (frame.text(FrameScan.TYPE)) {
            case "TEXT" -> device.onText(frame, frame.messageNumber(clients.numbers()));
            case "ACK" -> device.onAck(frame.messageNumber(clients.numbers()), frame.number(FrameScan.SEQ));
            case "MESSAGES" -> device.onMessages(tree(frame));
            case "READY" -> device.onReady(tree(frame));
            case "PONG" -> device.onPong(tree(frame));
            case "ERROR" -> {
                var error = tree(frame);
                device.onError(
                        error.path("id").asText(),
                        error.path("code").asText(),
                        error.path("retryAfterMs").asLong(1_000));
            }
            default -> {} // not for a client that only talks
        }
    }

    private static JsonNode tree(FrameScan frame) throws IOException {
        return JSON.readTree(frame.whole());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        device.closed(code);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        clients.failed(failure);
        context.close();
    }
}
