package io.baton.handoff.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Sender;
import io.baton.chat.ServerFrame;
import io.baton.handoff.HandoffAnswers;
import org.springframework.stereotype.Component;

@Component
class AcceptFrames implements FrameHandler<ClientFrame.HandoffAccept> {

    private final HandoffAnswers answers;

    AcceptFrames(HandoffAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Class<ClientFrame.HandoffAccept> type() {
        return ClientFrame.HandoffAccept.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.HandoffAccept frame) {
        answers.accept(frame.handoffId());
        sender.reply(ServerFrame.Ack.done(frame.id()));
    }
}
