package io.baton.handoff;

import org.jspecify.annotations.Nullable;

/** Where a conversation is to go: to one agent of a department, or to whoever of it is best. */
public record TransferTarget(String department, @Nullable String agentId) {

    /** As one text, for a process variable. */
    String text() {
        return agentId == null ? department : department + "/" + agentId;
    }

    static TransferTarget parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new TransferTarget(text, null)
                : new TransferTarget(text.substring(0, slash), text.substring(slash + 1));
    }
}
