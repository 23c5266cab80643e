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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Brings a frame to its handler, and every refusal back as ERROR; only too much rubbish ends the connection. */
@Component
class FrameDispatch {

    private static final Logger log = LoggerFactory.getLogger(FrameDispatch.class);

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
                connection.reply(errors.of(problem(frame, failure), frame.id(), connection.locale()));
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

    /** What goes wrong in a handler is logged without its words, which may be those of a message. */
    private static Problem problem(ClientFrame frame, RuntimeException failure) {
        return switch (failure) {
            case Problem refusal -> refusal;
            case DataAccessResourceFailureException away -> away();
            case CannotCreateTransactionException away -> away();
            case TransientDataAccessException later -> away();
            default -> {
                log.error(
                        "{} failed: {} at {}",
                        frame.getClass().getSimpleName(),
                        failure.getClass().getName(),
                        failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
                yield Problem.of(500, "internal", Map.of());
            }
        };
    }

    private static Problem away() {
        return Problem.of(503, "unavailable", Map.of("retryAfterSeconds", 1L));
    }
}
