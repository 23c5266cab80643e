package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Frames;
import io.baton.chat.Frames.Decoded;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a frame to its handler, and every refusal back as ERROR; only too much rubbish ends the connection. */
@Component
class FrameDispatch {

    private final Frames frames;
    private final Map<Class<?>, FrameHandler<?>> handlers;
    private final TenantScope scope;
    private final ErrorFrames errors;

    FrameDispatch(Frames frames, List<FrameHandler<?>> handlers, TenantScope scope, ErrorFrames errors) {
        this.frames = frames;
        this.handlers = handlers.stream().collect(Collectors.toMap(FrameHandler::type, Function.identity()));
        this.scope = scope;
        this.errors = errors;
    }

    /** False when the connection was closed. */
    boolean handle(Connection connection, Quota quota, String text) {
        return switch (frames.decode(text)) {
            case Decoded.Frame decoded -> {
                handle(connection, quota, decoded.frame());
                yield true;
            }
            case Decoded.Refused refused -> refuse(connection, quota, refused.problem(), refused.id());
        };
    }

    /** A message that cannot even be decoded; false when it was one too many. */
    boolean malformed(Connection connection, Quota quota) {
        return refuse(connection, quota, Problem.unreadable("unreadable"), null);
    }

    private boolean refuse(Connection connection, Quota quota, Problem problem, @Nullable String id) {
        connection.reply(errors.of(problem, id, connection.locale()));
        if (quota.toleratesMalformed()) {
            return true;
        }
        connection.close(Closing.POLICY, false);
        return false;
    }

    private void handle(Connection connection, Quota quota, ClientFrame frame) {
        var wait = quota.take(frame);
        if (wait > 0) {
            connection.reply(errors.slowDown(frame.id(), wait, connection.locale()));
        } else if (!(frame instanceof ClientFrame.Typing typing) || quota.passes(typing)) {
            try {
                scope.run(connection.actor(), () -> hand(connection, frame));
            } catch (RuntimeException failure) {
                connection.reply(errors.of(failure, frame, connection.locale()));
            }
        }
    }

    private void hand(Connection connection, ClientFrame frame) {
        var handler = handlers.get(frame.getClass());
        if (handler == null) {
            throw Problem.unreadable("unknown_type");
        }
        hand(handler, connection, frame);
    }

    private static <F extends ClientFrame> void hand(
            FrameHandler<F> handler, Connection connection, ClientFrame frame) {
        handler.handle(connection, handler.type().cast(frame));
    }
}
