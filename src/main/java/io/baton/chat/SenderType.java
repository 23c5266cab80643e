package io.baton.chat;

/** Who wrote a message. */
public enum SenderType {
    CUSTOMER,
    AGENT,
    SYSTEM,
    BOT;

    public static SenderType of(Party party) {
        return party.kind() == Party.Kind.AGENT ? AGENT : CUSTOMER;
    }
}
