package io.baton.chat;

import io.baton.kernel.NoticeRaised;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows a notice on each open desk of a person, in the language of that desk. */
@Component
class NoticeBoard {

    private final Availability availability;
    private final Relay relay;
    private final Frames frames;

    NoticeBoard(Availability availability, Relay relay, Frames frames) {
        this.availability = availability;
        this.relay = relay;
        this.frames = frames;
    }

    void show(UUID id, NoticeRaised event) {
        var person = Party.agent(event.person());
        var zh = frame(id, event, event.zh());
        var en = frame(id, event, event.en());
        for (var device : availability.of(event.tenant(), person)) {
            device.send(Receiver.isChinese(device) ? zh : en);
        }
        relay.tell(new Hint.Notice(event.tenant(), person, zh, en));
    }

    private String frame(UUID id, NoticeRaised event, String title) {
        return frames.encode(new ServerFrame.Notice(id, event.kind(), title, event.link()));
    }
}
