package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.FrameHandler;
import io.baton.chat.History;
import io.baton.chat.Message;
import io.baton.chat.Participants;
import io.baton.chat.Sender;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings a client what it lacks, one page for each conversation it names. A page is bounded in messages and in characters;
 * {@code more} tells the client to ask again. One that it may not read is answered with ERROR and keeps it from no other.
 */
@Component
class SyncHandler implements FrameHandler<ClientFrame.Sync> {

    private static final int MOST_CHARACTERS = 100_000;

    private final Participants participants;
    private final History history;

    SyncHandler(Participants participants, History history) {
        this.participants = participants;
        this.history = history;
    }

    @Override
    public Class<ClientFrame.Sync> type() {
        return ClientFrame.Sync.class;
    }

    @Override
    public void handle(Sender sender, ClientFrame.Sync frame) {
        var refusals = new ArrayList<RuntimeException>();
        frame.conversations().forEach((conversation, seq) -> {
            try {
                sender.reply(page(sender, conversation, seq, frame.page()));
            } catch (Problem refused) {
                refusals.add(refused);
            }
        });
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
    }

    private ServerFrame.Messages page(Sender sender, UUID conversation, long seq, int limit) {
        var found = participants
                .page(sender.actor().tenant(), conversation, sender.party(), seq, limit + 1)
                .orElseGet(() -> history.after(conversation, seq, limit + 1));
        var page = cut(found, limit);
        return new ServerFrame.Messages(conversation, page, page.size() < found.size());
    }

    private static List<ServerFrame.Text> cut(List<Message> found, int limit) {
        var page = new ArrayList<ServerFrame.Text>();
        var characters = 0;
        for (var message : found) {
            characters += message.body().length();
            if (page.size() == limit || (characters > MOST_CHARACTERS && !page.isEmpty())) {
                break;
            }
            page.add(message.frame());
        }
        return page;
    }
}
