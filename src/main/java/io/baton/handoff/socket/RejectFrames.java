package io.baton.handoff.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.Sender;
import io.baton.chat.ServerFrame;
import io.baton.handoff.HandoffAnswers;
import org.springframework.stereotype.Component;

@Component
class RejectFrames implements FrameHandler<ClientFrame.HandoffReject> {

    private final HandoffAnswers answers;

    RejectFrames(HandoffAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Class<ClientFrame.HandoffReject> type() {
        return ClientFrame.HandoffReject.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.HandoffReject frame) {
        answers.reject(frame.handoffId(), frame.reason());
        sender.reply(ServerFrame.Ack.done(frame.id()));
    }
}
