package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.Device;
import io.baton.chat.FrameHandler;
import io.baton.chat.Frames;
import io.baton.chat.Messages;
import io.baton.chat.Sender;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a message in, without waiting for its commit: a client may send the next one meanwhile. */
@Component
class TextHandler implements FrameHandler<ClientFrame.Text> {

    private final Messages messages;
    private final ErrorFrames errors;
    private final Frames frames;

    TextHandler(Messages messages, ErrorFrames errors, Frames frames) {
        this.messages = messages;
        this.errors = errors;
        this.frames = frames;
    }

    @Override
    public Class<ClientFrame.Text> type() {
        return ClientFrame.Text.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Text frame) {
        var draft = new Messages.Draft(
                UUID.fromString(frame.id()), frame.conversationId(), frame.body(), frame.contentType());
        messages.submit(draft, (Device) sender).whenComplete((message, failure) -> {
            if (failure != null) {
                sender.send(frames.encode(errors.of(failure, frame, sender.locale())));
            }
        });
    }
}
