package io.baton.chat;

import io.baton.kernel.NoticeRaised;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows a notice on each open desk of a person, in the language of that desk. */
@Component
class NoticeBoard {

    private final Availability availability;
    private final Frames frames;

    NoticeBoard(Availability availability, Frames frames) {
        this.availability = availability;
        this.frames = frames;
    }

    void show(UUID id, NoticeRaised event) {
        for (var device : availability.of(event.tenant(), Party.agent(event.person()))) {
            var zh = Locale.CHINESE.getLanguage().equals(device.locale().getLanguage());
            device.send(frames.encode(
                    new ServerFrame.Notice(id, event.kind(), zh ? event.zh() : event.en(), event.link())));
        }
    }
}
