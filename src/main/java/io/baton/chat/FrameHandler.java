package io.baton.chat;

/**
 * Handles one type of frame; each bean of this type is found. Runs as the connection's actor, frames of one connection one
 * after another. A {@link io.baton.kernel.Problem} becomes an ERROR frame with its code.
 */
public interface FrameHandler<F extends ClientFrame> {

    Class<F> type();

    void handle(Sender sender, F frame);
}
