package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Messages;
import io.baton.chat.Sender;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a message in. */
@Component
class TextHandler implements FrameHandler<ClientFrame.Text> {

    private final Messages messages;

    TextHandler(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Class<ClientFrame.Text> type() {
        return ClientFrame.Text.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Text frame) {
        messages.append(
                new Messages.Draft(
                        UUID.fromString(frame.id()), frame.conversationId(), frame.body(), frame.contentType()),
                sender);
    }
}
